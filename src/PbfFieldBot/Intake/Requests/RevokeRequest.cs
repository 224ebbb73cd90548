using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Engine;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.French;
using PbfFieldBot.People;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Intake.Requests;

/// <summary>/revoquer: the people of the area, one is chosen, confirmed, and has no access from that commit on. Invitations that nobody used yet stand in the same list.</summary>
internal sealed class RevokeRequest(Areas areas)
{
    public const string Pick = "r";
    public const string Confirm = "R";
    public const string WithdrawInvitation = "v";

    public async Task<bool> BeginAsync(Asking asking, string rest)
    {
        var wanted = Folding.Fold(rest);
        var people = (await asking.Db.People.AsNoTracking().Where(p => p.RevokedAt == null).OrderBy(p => p.Name).ToListAsync(asking.Stop))
            .FindAll(p => Revocation.IsAllowed(asking.Person, p) && (wanted.Length == 0 || Folding.Fold(p.Name).Contains(wanted, StringComparison.Ordinal)));
        var now = asking.Batch.Now.UtcTicks;
        var invitations = (await asking.Db.Invitations.AsNoTracking().Where(i => i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now).OrderBy(i => i.Name).ToListAsync(asking.Stop))
            .FindAll(i => IsAllowed(asking.Person, i) && (wanted.Length == 0 || Folding.Fold(i.Name).Contains(wanted, StringComparison.Ordinal)));
        List<Button> buttons = [.. people.Select(p => RequestPress.Button(PersonLabel.Of(p, areas), Pick, p.Id)), .. invitations.Select(i => RequestPress.Button(Say("invitation", ("name", i.Name)), WithdrawInvitation, i.Id))];
        if (buttons.Count == 0)
            asking.Say(Say(wanted.Length == 0 ? "nobody" : "nobody_named", ("name", rest)));
        else
            asking.Say(Say(buttons.Count > Limits.ChoiceButtons ? "which_of_many" : "which", ("n", buttons.Count)), RequestPress.Rows([.. buttons.Take(Limits.ChoiceButtons)]));
        return true;
    }

    public async Task<bool> TakePressAsync(Asking asking, RequestPress press)
    {
        if (press.Does == WithdrawInvitation)
            return await WithdrawAsync(asking, press.Number);
        var person = await asking.Db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == press.Number, asking.Stop);
        if (person is null || !Revocation.IsAllowed(asking.Person, person))
            return false;
        if (person.RevokedAt is not null)
            asking.Say(Say("already", ("name", person.Name)));
        else if (press.Does == Pick)
            asking.Say(Say("sure", ("name", person.Name), ("area", areas.Shown(person.Area))), [RequestPress.Button(Say("yes"), Confirm, person.Id)]);
        else
            await RevokeAsync(asking, person);
        return true;
    }

    private static async Task RevokeAsync(Asking asking, Person person)
    {
        await Revocation.RevokeAsync(asking.Db, person, asking.Batch.Now, asking.Stop);
        asking.Batch.Close(person);
        asking.Say(Say("done", ("name", person.Name)));
    }

    private static async Task<bool> WithdrawAsync(Asking asking, long id)
    {
        var now = asking.Batch.Now.UtcTicks;
        if (await asking.Db.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, asking.Stop) is not { } invitation || !IsAllowed(asking.Person, invitation))
            return false;
        await asking.Db.Invitations.Where(i => i.Id == id && i.UsedAt == null && i.WithdrawnAt == null).ExecuteUpdateAsync(i => i.SetProperty(x => x.WithdrawnAt, now), asking.Stop);
        asking.Say(AppPhrases.Text("invite." + (invitation.UsedAt is null ? "withdrawn" : "used_already"), ("name", invitation.Name)));
        return true;
    }

    private static bool IsAllowed(Person who, Invitation invitation) => who.Role is Role.Administrator || who.Role is Role.Coordinator && invitation.Role is Role.Partner && Areas.Covers(who.Area, invitation.Area);

    private static string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => AppPhrases.Text("revoke." + key, values);
}
