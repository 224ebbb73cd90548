using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;

namespace PbfFieldBot.Digests;

/// <summary>Who is silent, who said that there is nothing, who pauses.</summary>
internal sealed record Partners(IReadOnlyList<SilentPartner> Silent, IReadOnlyList<string> Nil, IReadOnlyList<PausedPartner> Paused);

/// <summary>
/// Sorts an area's partners by what is expected of them (attendus.yaml). One of whom nothing is expected by name is silent after the days that bulletin.yaml names.
/// Several people of one organisation are one line.
/// </summary>
internal sealed class PartnersOfWeek(DialogCatalog catalog, TimeZoneInfo zone)
{
    public async Task<Partners> ReadAsync(FieldDb db, DateOnly last, string area, CancellationToken stop)
    {
        var until = Week.Ticks(last.AddDays(1), zone);
        var states = await new ExpectedStates(catalog.Expected, zone).OnAsync(db, last, area, stop);
        var organisations = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Id, stop);
        var reported = await LastReportsAsync(db, until, stop);
        var others = (await db.People.AsNoTracking().Where(p => p.Role == Role.Partner && p.RevokedAt == null && p.JoinedAt < until).OrderBy(p => p.Id).ToListAsync(stop))
            .FindAll(p => Areas.Covers(area, p.Area) && !catalog.Expected.For(p.Kind).Any() && Days(reported.GetValueOrDefault(Who(p), p.JoinedAt), until) >= catalog.Digest.SilentAfter);
        string Shown(Person p) => p.OrganisationId is { } id ? organisations[id].Name : p.Name;
        IEnumerable<Person> Of(Standing standing) => states.Where(s => s.Standing == standing).Select(s => s.Person).DistinctBy(Who);
        return new Partners(
            [.. Of(Standing.Silent).Concat(others).DistinctBy(Who)
                .Select(p => (Shown: Shown(p), At: reported.TryGetValue(Who(p), out var at) ? at : (long?)null))
                .OrderBy(p => p.At ?? 0)
                .Select(p => new SilentPartner(p.Shown, p.At is { } at ? Days(at, until) : null))],
            [.. Of(Standing.Nil).Select(Shown)],
            [.. states.Where(s => s is { Standing: Standing.Paused, PausedUntil: not null }).DistinctBy(s => Who(s.Person)).Select(s => new PausedPartner(Shown(s.Person), s.PausedUntil!.Value))]);
    }

    // Of whom a broadcast is expected, an alert is no sign that it came.
    private async Task<Dictionary<(long?, long?), long>> LastReportsAsync(FieldDb db, long until, CancellationToken stop)
    {
        var people = await db.People.AsNoTracking().ToDictionaryAsync(p => p.Id, stop);
        var last = await db.Submissions.AsNoTracking().Where(s => s.SentAt < until).GroupBy(s => new { s.PersonId, s.Kind }).Select(g => new { g.Key.PersonId, g.Key.Kind, At = g.Max(s => s.SentAt) }).ToListAsync(stop);
        return last.Where(l => IsExpected(people[l.PersonId], l.Kind)).GroupBy(l => Who(people[l.PersonId])).ToDictionary(g => g.Key, g => g.Max(l => l.At));
    }

    private bool IsExpected(Person person, string kind) => catalog.Expected.For(person.Kind).ToList() is not { Count: > 0 } expected || expected.Exists(r => r.Reports.Contains(kind));

    private static (long?, long?) Who(Person p) => p.OrganisationId is null ? (null, p.Id) : (p.OrganisationId, null);

    private static int Days(long from, long until) => (int)Math.Max(0, (until - from) / TimeSpan.TicksPerDay);
}
