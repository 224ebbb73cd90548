using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.People;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Intake.Requests;

/// <summary>/mesdonnees shows all that is held about the person; /refuser ends taking part, after one question.</summary>
internal sealed class OwnDataRequest(Areas areas, TimeZoneInfo zone)
{
    public const string Leave = "x";
    public const string Stay = "y";
    private const int LongestList = 20;

    public async Task<bool> ShowAsync(Asking asking, string rest)
    {
        var person = asking.Person;
        var reports = await asking.Db.Submissions.AsNoTracking().Where(s => s.PersonId == person.Id).OrderByDescending(s => s.Id).Select(s => s.Receipt).ToListAsync(asking.Stop);
        var photos = await asking.Db.EvidencePhotos.CountAsync(p => p.PersonId == person.Id, asking.Stop);
        var pauses = await asking.Db.Pauses.CountAsync(p => p.PersonId == person.Id, asking.Stop);
        var nils = await asking.Db.NilReports.CountAsync(n => n.PersonId == person.Id, asking.Stop);
        var reminders = await asking.Db.SentReminders.CountAsync(r => r.PersonId == person.Id, asking.Stop);
        var drafts = asking.Known.State.Paused.Count + (asking.Known.State.Active is null ? 0 : 1);
        List<string> lines =
        [
            Say("title"),
            Say("name", ("name", person.Name)),
            Say("role", ("role", AppPhrases.Text("role." + person.Role.ToString().ToLowerInvariant())), ("area", areas.Shown(person.Area))),
            .. asking.Known.Organisation is { } organisation ? [Say("organisation", ("organisation", organisation.Name))] : Array.Empty<string>(),
            .. person.Kind is { } kind ? [Say("kind", ("kind", AppPhrases.Text("kind." + kind)))] : Array.Empty<string>(),
            Say("chat", ("chat", person.ChatId.ToString(CultureInfo.InvariantCulture))),
            Say("joined", ("day", Day(person.JoinedAt)), ("version", person.NoticeVersion)),
            reports.Count == 0 ? Say("no_reports") : AppPhrases.File.Count("own_data.reports", reports.Count, ("list", string.Join(", ", reports.Take(LongestList)) + (reports.Count > LongestList ? " \u2026" : ""))),
            AppPhrases.File.Count("own_data.photos", photos),
            AppPhrases.File.Count("own_data.drafts", drafts),
            .. nils == 0 ? Array.Empty<string>() : [AppPhrases.File.Count("own_data.nils", nils)],
            .. pauses == 0 ? Array.Empty<string>() : [AppPhrases.File.Count("own_data.pauses", pauses)],
            .. reminders == 0 ? Array.Empty<string>() : [AppPhrases.File.Count("own_data.reminders", reminders)],
            Say("nothing_else"),
        ];
        asking.Say(string.Join('\n', lines));
        return true;
    }

    public Task<bool> AskToLeaveAsync(Asking asking, string rest)
    {
        asking.Say(Say("leave"), [RequestPress.Button(Say("leave_yes"), Leave, asking.Person.Id)], [RequestPress.Button(Say("leave_no"), Stay, asking.Person.Id)]);
        return Task.FromResult(true);
    }

    public async Task<bool> TakePressAsync(Asking asking, RequestPress press)
    {
        if (press.Number != asking.Person.Id)
            return false;
        if (press.Does == Stay)
        {
            asking.Say(Say("stayed"));
            return true;
        }

        if (asking.Person.Role is Role.Administrator && !await asking.Db.People.AnyAsync(p => p.Role == Role.Administrator && p.RevokedAt == null && p.Id != asking.Person.Id, asking.Stop))
        {
            asking.Say(Say("last_administrator"));
            return true;
        }

        await Revocation.RevokeAsync(asking.Db, asking.Person, asking.Batch.Now, asking.Stop);
        asking.Batch.Close(asking.Person);
        asking.Batch.SayUnstored(asking.Update, Say("left"));
        return true;
    }

    private string Day(long ticks) => TimeZoneInfo.ConvertTime(new DateTimeOffset(ticks, TimeSpan.Zero), zone).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => AppPhrases.Text("own_data." + key, values);
}
