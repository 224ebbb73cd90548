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
    /// <param name="soFar">For a week that is not over: the day up to which it is told.</param>
    public async Task<Digest> BuildAsync(Week week, string area, CancellationToken stop, DateOnly? soFar = null)
    {
        var last = soFar < week.Sunday ? soFar.Value : week.Sunday;
        var (from, until) = (Week.Ticks(week.Before.Monday, zone), Week.Ticks(last.AddDays(1), zone));
        await using var db = database.NewContext();
        var sent = await db.Submissions.AsNoTracking().Where(s => s.SentAt >= from && s.SentAt < until).OrderBy(s => s.Id).ToListAsync(stop);
        var told = sent.FindAll(s => IsTold(s) && Areas.Covers(area, s.Area) && s.Status is not SubmissionStatus.Rejected);

        // What two people told of one event is one event.
        var once = told.FindAll(s => s.SameAs is null);
        var monday = Week.Ticks(week.Monday, zone);
        var (now, before) = (once.FindAll(s => s.SentAt >= monday), once.FindAll(s => s.SentAt < monday));
        var counts = now.ConvertAll(Headcount);
        var known = counts.FindAll(c => c is { Total: not null, Women: not null });
        var partners = await new PartnersOfWeek(catalog, zone).ReadAsync(db, last, area, stop);
        return new Digest(week, areas.NameOf(area), Kinds(now, before))
        {
            SoFar = last < week.Sunday ? last : null,
            Participants = counts.Sum(c => c?.Total ?? 0),
            ParticipantsBefore = before.Sum(s => Headcount(s)?.Total ?? 0),
            Women = known.Sum(c => c!.Women!.Value),
            WomenOf = known.Sum(c => c!.Total!.Value),
            Waiting = await WaitingAsync(db, area, until, stop),
            Silent = partners.Silent,
            Nil = partners.Nil,
            Paused = partners.Paused,
            Oddities = Oddities(told.FindAll(s => s.SentAt >= monday)),
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

    private List<Oddity> Oddities(List<StoredSubmission> now)
    {
        var once = now.FindAll(s => s.SameAs is null);
        return [.. new (string Key, IEnumerable<StoredSubmission> Reports)[]
            {
                ("differs", now.Where(s => s is { SameAs: not null, Differs: true })),
                ("twice", now.Where(s => s is { SameAs: not null, Differs: false })),
                ("maybe_twice", once.Where(s => s.MaybeSameAs is not null)),
                ("returned", once.Where(s => s.Status is SubmissionStatus.Returned)),
                ("late", once.Where(s => Days(Week.Ticks(s.Day, zone), s.SentAt) > catalog.Digest.LateAfter)),
                ("no_women", once.Where(s => Headcount(s) is { Total: > 0, Women: null })),
                ("about", once.Where(s => Headcount(s) is { Approximate: true })),
            }
            .Select(o => new Oddity(o.Key, [.. o.Reports.Select(s => s.Receipt)]))
            .Where(o => o.Receipts.Count > 0)];
    }

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
