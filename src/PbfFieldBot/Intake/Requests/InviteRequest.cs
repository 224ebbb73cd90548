using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Channels;
using PbfFieldBot.Engine;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Intake.Requests;

/// <summary>
/// /inviter: a short form by buttons or words, then a one-time link with its picture. A coordinator invites partners within the own area, an administrator everybody;
/// somebody known gets a new phone and keeps history.
/// </summary>
internal sealed class InviteRequest(Areas areas, BotAddress address, TimeZoneInfo zone)
{
    public const string Answer = "i";
    public const string Withdraw = "w";
    private const string OtherPhone = "phone";
    private const string NoName = "-";
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    public async Task<bool> BeginAsync(Asking asking, string rest)
    {
        var before = await OpenAsync(asking);
        await AskAsync(asking, new InvitationForm((before is null ? 0 : FormOf(before).Turn) + 1), before, null);
        return true;
    }

    /// <summary>Takes words as the answer to what the form asks; false when no form is open or the words are a command.</summary>
    public async Task<bool> TakeAnswerAsync(Asking asking, string text)
    {
        if (text.StartsWith('/') || await OpenAsync(asking) is not { } open || new DateTimeOffset(open.At, TimeSpan.Zero) + Patience < asking.Batch.Now)
            return false;
        if (Engine.Conversations.Commands.Of(text) is { } command)
        {
            asking.Db.OpenForms.Remove(open);
            if (command is not (Command.Cancel or Command.Back or Command.No))
                return false;
            asking.Say(Say("cancelled"));
            return true;
        }

        await TakeAsync(asking, open, text.Trim());
        return true;
    }

    public async Task<bool> TakePressAsync(Asking asking, RequestPress press)
    {
        if (press.Does == Withdraw)
            return await WithdrawAsync(asking, press.Number);
        if (await OpenAsync(asking) is not { } open || FormOf(open).Turn != press.Number)
        {
            asking.Say(Say("old_button"));
            return true;
        }

        await TakeAsync(asking, open, press.Word);
        return true;
    }

    private static Task<OpenForm?> OpenAsync(Asking asking) => asking.Db.OpenForms.FindAsync([asking.Person.Id], asking.Stop).AsTask();

    private static InvitationForm FormOf(OpenForm open) => ConversationJson.Read<InvitationForm>(open.State);

    private async Task TakeAsync(Asking asking, OpenForm open, string answer)
    {
        var form = FormOf(open);
        var (next, refusal) = form.Next switch
        {
            InvitationStep.What => (What(asking.Person, form, answer), "choose"),
            InvitationStep.Person => (await KnownPersonAsync(asking, form, answer), "choose"),
            InvitationStep.Kind => (Kind(form, answer), "choose"),
            InvitationStep.Organisation => (Named(answer) ? form with { Organisation = answer } : null, "bad_name"),
            InvitationStep.Name => (answer == NoName ? form with { Name = "" } : Named(answer) ? form with { Name = answer } : null, "bad_name"),
            InvitationStep.Area => (Area(asking.Person, form, answer), "bad_area"),
            _ => (null, "choose"),
        };
        // With one possible area there is nothing to ask.
        if (next is { Next: InvitationStep.Area } && areas.Within(asking.Person.Area) is [var only])
            next = next with { Area = only };
        if (next is null)
            await AskAsync(asking, form with { Turn = form.Turn + 1 }, open, Say(refusal));
        else if (next.Next is InvitationStep.Done)
            await InviteAsync(asking, next, open);
        else
            await AskAsync(asking, next with { Turn = form.Turn + 1 }, open, null);
    }

    private static InvitationForm? What(Person person, InvitationForm form, string answer)
    {
        if (answer == OtherPhone || Folding.Fold(answer) == Folding.Fold(Say("what.phone")))
            return form with { OtherPhone = true };
        foreach (var role in RolesFor(person))
            if (answer == role.ToString() || Folding.Fold(answer) == Folding.Fold(Say("what." + role.ToString().ToLowerInvariant())) || Folding.Fold(answer) == Folding.Fold(AppPhrases.Text("role." + role.ToString().ToLowerInvariant())))
                return form with { Role = role };
        return null;
    }

    // By the number of a button, or by name.
    private static async Task<InvitationForm?> KnownPersonAsync(Asking asking, InvitationForm form, string answer)
    {
        var people = await PeopleOfAreaAsync(asking);
        var person = long.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? people.Find(p => p.Id == id) : null;
        person ??= people.FindAll(p => Folding.Fold(p.Name).Contains(Folding.Fold(answer), StringComparison.Ordinal)) is [var one] ? one : null;
        return person is null ? null : form with { PersonId = person.Id };
    }

    private static InvitationForm? Kind(InvitationForm form, string answer) =>
        Organisations.Kinds.FirstOrDefault(k => answer == k || Folding.Fold(answer) == Folding.Fold(AppPhrases.Text("kind." + k))) is { } kind ? form with { Kind = kind } : null;

    private InvitationForm? Area(Person person, InvitationForm form, string answer) =>
        areas.Resolve(answer) is { } area && Areas.Covers(person.Area, area) ? form with { Area = area } : null;

    private static bool Named(string text) => text.Length > 0 && text.Length <= Limits.PlaceNameCharacters && !text.Contains('\n', StringComparison.Ordinal);

    private static IEnumerable<Role> RolesFor(Person person) => person.Role is Role.Administrator ? [Role.Partner, Role.Coordinator, Role.Administrator] : [Role.Partner];

    private async Task AskAsync(Asking asking, InvitationForm form, OpenForm? open, string? before)
    {
        if (open is null)
            asking.Db.OpenForms.Add(new OpenForm { PersonId = asking.Person.Id, State = ConversationJson.Write(form), At = asking.Batch.Now.UtcTicks });
        else
            (open.State, open.At) = (ConversationJson.Write(form), asking.Batch.Now.UtcTicks);
        await asking.Db.SaveChangesAsync(asking.Stop);
        var buttons = await ChoicesAsync(asking, form);
        var question = Say("ask." + form.Next.ToString().ToLowerInvariant());
        asking.Say(before is null ? question : before + "\n" + question, RequestPress.Rows([.. buttons.Select(b => RequestPress.Button(b.Label, Answer, form.Turn, b.Word))]));
    }

    private async Task<IEnumerable<(string Label, string Word)>> ChoicesAsync(Asking asking, InvitationForm form) => form.Next switch
    {
        InvitationStep.What => [.. RolesFor(asking.Person).Select(r => (Say("what." + r.ToString().ToLowerInvariant()), r.ToString())), (Say("what.phone"), OtherPhone)],
        InvitationStep.Person => (await PeopleOfAreaAsync(asking)).Take(Limits.ChoiceButtons).Select(p => (PersonLabel.Of(p, areas), p.Id.ToString(CultureInfo.InvariantCulture))),
        InvitationStep.Kind => Organisations.Kinds.Select(k => (AppPhrases.Text("kind." + k), k)),
        InvitationStep.Name => [(Say("no_name"), NoName)],
        InvitationStep.Area => areas.Within(asking.Person.Area).Take(Limits.ChoiceButtons).Select(a => (areas.Shown(a), a)),
        _ => [],
    };

    private static async Task<List<Person>> PeopleOfAreaAsync(Asking asking) =>
        (await asking.Db.People.AsNoTracking().OrderBy(p => p.Name).ToListAsync(asking.Stop)).FindAll(p => Revocation.IsAllowed(asking.Person, p));

    private async Task InviteAsync(Asking asking, InvitationForm form, OpenForm open)
    {
        asking.Db.OpenForms.Remove(open);
        var invitee = form.PersonId is { } id ? await OtherPhoneAsync(asking, id) : await NewAsync(asking, form);
        if (invitee is null)
        {
            asking.Say(AppPhrases.Text("intake.unknown_button"));
            return;
        }

        var code = Invitations.Create(asking.Db, invitee, asking.Batch.Now, asking.Person.Id);
        await asking.Db.SaveChangesAsync(asking.Stop);
        var invitation = await asking.Db.Invitations.AsNoTracking().OrderByDescending(i => i.Id).FirstAsync(asking.Stop);
        var day = TimeZoneInfo.ConvertTime(asking.Batch.Now + Invitations.ValidFor, zone).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        var link = address.LinkFor(code);
        var text = Say(link is null ? "done_code" : "done_link", ("name", invitee.Name), ("code", code), ("link", link), ("day", day));
        var withdraw = new Reply(text, [[RequestPress.Button(Say("withdraw"), Withdraw, invitation.Id)]]);
        var message = OutgoingMessage.To(asking.Person, withdraw, SendPriority.Answer, asking.Batch.Now);
        message.File = link is null ? null : OutgoingFile.Photo("invitation.png", InvitationPicture.Png(link));
        asking.Batch.Send([message]);
    }

    private static async Task<Invitee?> OtherPhoneAsync(Asking asking, long id)
    {
        if (await asking.Db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, asking.Stop) is not { } person || !Revocation.IsAllowed(asking.Person, person))
            return null;
        await Invitations.WithdrawForAsync(asking.Db, id, asking.Batch.Now, asking.Stop);
        return Invitee.Of(person);
    }

    // The rights are looked at once more: the person's role may have changed since the form began.
    private static async Task<Invitee?> NewAsync(Asking asking, InvitationForm form)
    {
        if (form is not { Role: { } role, Area: { } area } || !RolesFor(asking.Person).Contains(role) || !Areas.Covers(asking.Person.Area, area))
            return null;
        var organisation = form.Organisation is { } name ? await Organisations.FindOrAddAsync(asking.Db, name, form.Kind!, area, asking.Stop) : null;
        return new Invitee(role, form.Name is { Length: > 0 } own ? own : organisation?.Name ?? AppPhrases.Text("role." + role.ToString().ToLowerInvariant()), area, organisation?.Id, form.Kind);
    }

    private static async Task<bool> WithdrawAsync(Asking asking, long id)
    {
        var now = asking.Batch.Now.UtcTicks;
        var invitation = await asking.Db.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, asking.Stop);
        if (invitation is null || invitation.InvitedBy != asking.Person.Id && asking.Person.Role is not Role.Administrator)
            return false;
        var done = await asking.Db.Invitations.Where(i => i.Id == id && i.UsedAt == null && i.WithdrawnAt == null).ExecuteUpdateAsync(i => i.SetProperty(x => x.WithdrawnAt, now), asking.Stop);
        asking.Say(Say(done == 1 ? "withdrawn" : invitation.UsedAt is null ? "withdrawn" : "used_already", ("name", invitation.Name)));
        return true;
    }

    private static string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => AppPhrases.Text("invite." + key, values);
}
