using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Expected;
using PbfFieldBot.Texts;

namespace PbfFieldBot.People;

/// <summary>One person as the list shows it. <paramref name="State"/>: "reported", "nil", "paused", "silent", "awaited", "revoked", "unreachable", "here" (nothing is expected).</summary>
public sealed record ListedPerson(Person Person, string? Organisation, string State, DateOnly? Until, DateOnly? LastReport);

/// <summary>Everybody with organisation, state and last report. Of several expected reports the silent one is named first.</summary>
public sealed class PeopleList(ExpectedPlan plan, TimeZoneInfo zone)
{
    private static readonly Standing[] Gravest = [Standing.Silent, Standing.Paused, Standing.Awaited, Standing.Nil, Standing.Reported];

    public async Task<IReadOnlyList<ListedPerson>> OnAsync(FieldDb db, DateOnly today, CancellationToken stop)
    {
        var people = await db.People.AsNoTracking().OrderBy(p => p.Id).ToListAsync(stop);
        var organisations = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, stop);
        var last = await db.Submissions.AsNoTracking().GroupBy(s => s.PersonId).Select(g => new { g.Key, At = g.Max(s => s.SentAt) }).ToDictionaryAsync(g => g.Key, g => g.At, stop);
        var states = (await new ExpectedStates(plan, zone).OnAsync(db, today, Areas.National, stop)).ToLookup(s => s.Person.Id);
        return [.. people.Select(p => Listed(
            p,
            p.OrganisationId is { } id ? organisations[id] : null,
            states[p.Id].MinBy(s => Array.IndexOf(Gravest, s.Standing)),
            last.TryGetValue(p.Id, out var at) ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(new DateTimeOffset(at, TimeSpan.Zero), zone).DateTime) : null))];
    }

    /// <summary>The state in words: "en pause jusqu'au 09/12/2026".</summary>
    public static string InWords(ListedPerson listed) => AppPhrases.Text("standing." + listed.State, ("day", listed.Until?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)));

    private static ListedPerson Listed(Person person, string? organisation, ExpectedState? state, DateOnly? last)
    {
        var word = person.RevokedAt is not null ? "revoked" : person.Unreachable ? "unreachable" : state?.Standing.ToString().ToLowerInvariant() ?? "here";
        var until = word switch { "paused" => state?.PausedUntil, "awaited" or "silent" => state?.Due, _ => null };
        return new ListedPerson(person, organisation, word, until, last);
    }
}
