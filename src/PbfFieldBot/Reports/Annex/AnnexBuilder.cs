using PbfFieldBot.Data;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Indicators;
using PbfFieldBot.Intake;
using PbfFieldBot.Reports.Snapshots;

namespace PbfFieldBot.Reports.Annex;

/// <summary>Gathers the sources of every value, of now or of frozen figures.</summary>
internal sealed class AnnexBuilder(FieldDatabase database, DialogCatalog catalog)
{
    public async Task<ReportAnnex> BuildAsync(DateOnly? asOf, CancellationToken stop)
    {
        await using var db = database.NewContext();
        await using var moment = await Snapshot.OpenAsync(db, stop);
        var explainer = new IndicatorExplainer(database, catalog.Framework, new IndicatorCells(catalog.Framework, new DialogVersions(database, catalog).Find));
        List<AnnexEntry> entries = [];
        foreach (var indicator in catalog.Framework.Indicators)
            if (await explainer.ExplainAsync(db, indicator.Code, asOf, null, stop) is { } behind)
                entries.Add(Entry(behind, indicator.Counts!.Aggregation.Keyword));
        return new ReportAnnex(catalog.Framework, entries, asOf, null);
    }

    public async Task<ReportAnnex> BuildFrozenAsync(ReportSnapshot snapshot, CancellationToken stop)
    {
        var archive = new SnapshotArchive(database, catalog);
        var figures = SnapshotArchive.FiguresOf(snapshot);
        var frozen = await archive.ExplanationsAsync(snapshot, stop);
        return new ReportAnnex(figures.Framework, [.. frozen.Select(f => Entry(f, figures.Laws[f.Indicator.Code]))], snapshot.AsOf, snapshot.Name);
    }

    private static AnnexEntry Entry(Explanation behind, string law)
    {
        HashSet<string> counted = new(StringComparer.Ordinal);
        return new AnnexEntry(behind.Indicator, behind.Value, law, [.. behind.Counted.Select(source => new AnnexLine(source, Adds(source, law, counted)))]);
    }

    // Support alone adds nothing; a name counts with the first report that fulfils the rule.
    private static decimal Adds(Behind source, string law, HashSet<string> counted) => law switch
    {
        _ when source.Amount.Part != Parts.Main => 0,
        "distinct" => counted.Add(source.Amount.Key) ? 1 : 0,
        _ => source.Amount.Value,
    };
}
