using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Indicators;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;

namespace PbfFieldBot.Digests;

/// <summary>Gathers one week of one area. It only reads.</summary>
public sealed class DigestBuilder(FieldDatabase database, DialogCatalog catalog, TimeZoneInfo zone)
{
    private const decimal DaysInMonth = 30.4375m;

    // Below one in two months a pace says less than what is left.
    private const decimal SlowestPace = 0.5m;

    private readonly Areas areas = new(catalog.Places.Places);

    /// <param name="area">The p-code of a region or cercle, or <see cref="Areas.National"/>.</param>
    public async Task<Digest> BuildAsync(Week week, string area, CancellationToken stop)
    {
        var (from, until) = (Week.Ticks(week.Before.Monday, zone), Week.Ticks(week.Sunday.AddDays(1), zone));
        await using var db = database.NewContext();
        var sent = await db.Submissions.AsNoTracking().Where(s => s.SentAt >= from && s.SentAt < until).OrderBy(s => s.Id).ToListAsync(stop);
        var told = sent.FindAll(s => IsTold(s) && Areas.Covers(area, s.Area) && s.Status is not SubmissionStatus.Rejected);
        var monday = Week.Ticks(week.Monday, zone);

        // What tells an event again is kept and not counted again.
        var once = told.FindAll(s => s.SameAs is null);
        var (now, before) = (once.FindAll(s => s.SentAt >= monday), once.FindAll(s => s.SentAt < monday));
        var counts = now.ConvertAll(Headcount);
        var known = counts.FindAll(c => c is { Total: not null, Women: not null });
        return new Digest(week, areas.NameOf(area), Kinds(now, before))
        {
            Participants = counts.Sum(c => c?.Total ?? 0),
            ParticipantsBefore = before.Sum(s => Headcount(s)?.Total ?? 0),
            Women = known.Sum(c => c!.Women!.Value),
            WomenOf = known.Sum(c => c!.Total!.Value),
            Waiting = await WaitingAsync(db, area, until, stop),
            Silent = await SilentAsync(db, area, until, stop),
            Oddities = Oddities(now, once),
            Indicators = await ProgressAsync(week, stop),
        };
    }

    private bool IsTold(StoredSubmission s) => !catalog.Digest.LeaveOut.Contains(s.Kind) && catalog.Find(s.Kind) is { For: DialogAudience.Partners };

    private KindCount[] Kinds(List<StoredSubmission> now, List<StoredSubmission> before) =>
        [.. catalog.Dialogs
            .Select(d => new KindCount(d.Id, d.Title, now.Count(s => s.Kind == d.Id), before.Count(s => s.Kind == d.Id)))
            .Where(k => k.Now + k.Before > 0)
            .OrderByDescending(k => k.Now)];

    private async Task<IReadOnlyList<WaitingReport>> WaitingAsync(FieldDb db, string area, long until, CancellationToken stop)
    {
        var waiting = await db.Submissions.AsNoTracking()
            .Where(s => s.SentAt < until && (s.Status == SubmissionStatus.Received || s.ReviewedAt >= until))
            .OrderBy(s => s.SentAt)
            .ToListAsync(stop);
        return [.. waiting.Where(s => IsTold(s) && (s.SameAs is null || s.Differs) && Areas.Covers(area, s.Area))
            .Select(s => new WaitingReport(s.Receipt, catalog.Find(s.Kind)!.Title, PlaceOf(s), Days(s.SentAt, until)))];
    }

    private async Task<IReadOnlyList<SilentPartner>> SilentAsync(FieldDb db, string area, long until, CancellationToken stop)
    {
        var partners = await db.People.AsNoTracking().Where(p => p.Role == Role.Partner && p.RevokedAt == null && p.JoinedAt < until).OrderBy(p => p.Id).ToListAsync(stop);
        var last = await db.Submissions.AsNoTracking().Where(s => s.SentAt < until).GroupBy(s => s.PersonId)
            .Select(g => new { g.Key, At = g.Max(s => s.SentAt) }).ToDictionaryAsync(g => g.Key, g => g.At, stop);
        var organisations = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Id, stop);
        return [.. partners.Where(p => Areas.Covers(area, p.Area))
            .Select(p => (Person: p, At: last.TryGetValue(p.Id, out var at) ? at : (long?)null))
            .Where(p => Days(p.At ?? p.Person.JoinedAt, until) >= catalog.Digest.SilentAfter)
            .OrderBy(p => p.At ?? 0)
            .Select(p => new SilentPartner(new Author(p.Person, p.Person.OrganisationId is { } id ? organisations[id] : null).Shown, p.At is { } at ? Days(at, until) : null))];
    }

    private List<Oddity> Oddities(List<StoredSubmission> now, List<StoredSubmission> told)
    {
        var twice = now.Where(s => told.Any(other => IsSameEvent(s, other)));
        var late = now.Where(s => Days(Week.Ticks(s.Day, zone), s.SentAt) > catalog.Digest.LateAfter);
        var noWomen = now.Where(s => Headcount(s) is { Total: > 0, Women: null });
        var about = now.Where(s => Headcount(s) is { Approximate: true });
        return [.. new[] { ("twice", twice), ("late", late), ("no_women", noWomen), ("about", about) }
            .Select(o => new Oddity(o.Item1, [.. o.Item2.Select(s => s.Receipt)]))
            .Where(o => o.Receipts.Count > 0)];
    }

    private static bool IsSameEvent(StoredSubmission one, StoredSubmission other) =>
        one.Id > other.Id && one.Kind == other.Kind && one.PersonId != other.PersonId && one.Area == other.Area
        && Math.Abs(one.Day.DayNumber - other.Day.DayNumber) <= 1 && PlaceOf(one) is { } place && place == PlaceOf(other)
        && (AnswersOf(one).GetValueOrDefault("body"), AnswersOf(other).GetValueOrDefault("body")) is var (a, b) && (a is null || b is null || a.Equals(b));

    private async Task<IReadOnlyList<Progress>> ProgressAsync(Week week, CancellationToken stop)
    {
        var queries = new IndicatorQueries(database, catalog.Framework);
        var (now, before) = (await queries.ValuesAsync(week.Sunday, stop: stop), await queries.ValuesAsync(week.Before.Sunday, stop: stop));
        return [.. catalog.Framework.Indicators.Select((indicator, i) => new Progress(
            indicator,
            catalog.Digest.Indicators.GetValueOrDefault(indicator.Code, indicator.Code),
            now[i],
            now[i].Value - before[i].Value,
            Pace(indicator, now[i].Value, week)))];
    }

    private decimal? Pace(Indicator indicator, decimal value, Week week)
    {
        var months = (catalog.Framework.Project.End.DayNumber - week.Sunday.DayNumber) / DaysInMonth;
        if (indicator.Unit is not IndicatorUnit.Number || value >= indicator.Target || months < 1)
            return null;
        var pace = Math.Ceiling((indicator.Target - value) / months * 10) / 10;
        return pace < SlowestPace ? null : pace;
    }

    private static Headcount? Headcount(StoredSubmission s) => AnswersOf(s).Values.OfType<HeadcountAnswer>().FirstOrDefault()?.Value;

    private static string? PlaceOf(StoredSubmission s) => AnswersOf(s).GetValueOrDefault("place") is PlaceAnswer place ? place.Value.Name : null;

    private static Dictionary<string, AnswerValue> AnswersOf(StoredSubmission s) => ConversationJson.Read<Dictionary<string, AnswerValue>>(s.Answers);

    private static int Days(long from, long until) => (int)Math.Max(0, (until - from) / TimeSpan.TicksPerDay);
}
