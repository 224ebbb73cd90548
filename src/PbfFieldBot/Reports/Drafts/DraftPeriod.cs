using PbfFieldBot.Data;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Indicators;
using PbfFieldBot.Intake;
using PbfFieldBot.Reports.Snapshots;

namespace PbfFieldBot.Reports.Drafts;

/// <summary>One indicator over the period: its value before and now, and the sources that are new.</summary>
/// <param name="Law">The word of its aggregation.</param>
internal sealed record PeriodFigure(Indicator Indicator, decimal Before, IndicatorValue Now, string Law, IReadOnlyList<Behind> New)
{
    public bool AddsUp => Law is "count" or "sum" or "distinct";

    public decimal Added => Now.Value - Before;

    /// <summary>Women among those added; null when nobody said.</summary>
    public int? Women => Indicator.BySexAndAge && New.Any(n => n.Amount.Women is not null) ? New.Sum(n => n.Amount.Women ?? 0) : null;

    public IReadOnlyList<string> Receipts => [.. New.Select(n => n.Receipt).OfType<string>().Distinct()];
}

/// <summary>The period of a draft: its first and last day, and the figures of all indicators.</summary>
internal sealed record DraftPeriod(DateOnly From, DateOnly Until, IReadOnlyList<PeriodFigure> Figures)
{
    /// <summary>From a day on: activities of that day and later.</summary>
    public static async Task<DraftPeriod> SinceAsync(FieldDatabase database, DialogCatalog catalog, DateOnly from, DateOnly until, CancellationToken stop)
    {
        var before = await new IndicatorQueries(database, catalog.Framework).ValuesAsync(from.AddDays(-1), null, stop);
        return await ReadAsync(database, catalog, from, until, before.ToDictionary(v => v.Code, v => v.Value), (_, source) => source.Day < from, stop);
    }

    /// <summary>Since published figures: whatever is known now and was not then, also late reports.</summary>
    public static async Task<DraftPeriod> SinceAsync(FieldDatabase database, DialogCatalog catalog, ReportSnapshot snapshot, DateOnly until, CancellationToken stop)
    {
        var published = await new SnapshotArchive(database, catalog).ExplanationsAsync(snapshot, stop);
        var known = published.SelectMany(e => e.Counted.Select(s => (e.Indicator.Code, s.Receipt, s.Amount.Part, s.Amount.Key))).ToHashSet();
        var from = (snapshot.AsOf ?? DateOnly.FromDateTime(new DateTime(snapshot.At, DateTimeKind.Utc))).AddDays(1);
        return await ReadAsync(
            database, catalog, from, until, published.ToDictionary(e => e.Indicator.Code, e => e.Value.Value), (code, s) => known.Contains((code, s.Receipt, s.Amount.Part, s.Amount.Key)), stop);
    }

    private static async Task<DraftPeriod> ReadAsync(
        FieldDatabase database, DialogCatalog catalog, DateOnly from, DateOnly until, Dictionary<string, decimal> before, Func<string, Behind, bool> isOld, CancellationToken stop)
    {
        var explainer = new IndicatorExplainer(database, catalog.Framework, new IndicatorCells(catalog.Framework, new DialogVersions(database, catalog).Find));
        List<PeriodFigure> figures = [];
        foreach (var indicator in catalog.Framework.Indicators)
            if (await explainer.ExplainAsync(indicator.Code, until, null, stop) is { } now)
                figures.Add(new(indicator, before.GetValueOrDefault(indicator.Code), now.Value, indicator.Counts!.Aggregation.Keyword, [.. now.Counted.Where(s => !isOld(indicator.Code, s))]));
        return new DraftPeriod(from, until, figures);
    }
}
