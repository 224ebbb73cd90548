using PbfFieldBot.Data;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Indicators;
using PbfFieldBot.Intake;
using PbfFieldBot.People;

namespace PbfFieldBot.Reports.Snapshots;

/// <summary>Compares published figures with what is known today of the same days: late reports, corrections, reports that no longer count.</summary>
internal sealed class SnapshotChanges(FieldDatabase database, DialogCatalog catalog)
{
    /// <summary>The indicators that changed since, in the report's order.</summary>
    public async Task<IReadOnlyList<SnapshotChange>> SinceAsync(ReportSnapshot snapshot, CancellationToken stop)
    {
        var (figures, published) = (SnapshotArchive.FiguresOf(snapshot), await new SnapshotArchive(database, catalog).SourcesAsync(snapshot, stop));
        var explainer = new IndicatorExplainer(database, catalog.Framework, new IndicatorCells(catalog.Framework, new DialogVersions(database, catalog).Find));
        List<SnapshotChange> changes = [];
        foreach (var (indicator, value) in figures.Framework.Indicators.Zip(figures.Of(Areas.National)!.Values))
        {
            var today = await explainer.ExplainAsync(indicator.Code, snapshot.AsOf, null, stop);
            var sources = Compare(published[indicator.Code], today?.Counted ?? []);
            if (sources.Count > 0 || (today is not null && today.Value.Display != value.Display))
                changes.Add(new SnapshotChange(indicator, value.Display, today?.Value.Display ?? "", sources));
        }

        return changes;
    }

    private static List<SourceChange> Compare(IEnumerable<Behind> before, IEnumerable<Behind> after)
    {
        var (then, now) = (before.ToLookup(Identity), after.ToLookup(Identity));
        return [.. then.Select(g => g.Key).Union(now.Select(g => g.Key))
            .Select(key => new SourceChange(then[key].FirstOrDefault(), now[key].FirstOrDefault()))
            .Where(c => c.Before is null || c.After is null || Facts(c.Before) != Facts(c.After))
            .OrderBy(c => c.Known.Day).ThenBy(c => c.Known.Receipt, StringComparer.Ordinal)];
    }

    private static (string?, string, string) Identity(Behind source) => (source.Receipt, source.Amount.Part, source.Receipt is null ? source.Amount.Key : "");

    private static (DateOnly, string?, Contribution) Facts(Behind source) => (source.Day, source.Place, source.Amount with { Note = null });
}
