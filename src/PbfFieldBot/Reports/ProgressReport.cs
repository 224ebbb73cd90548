using PbfFieldBot.Data;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Indicators;
using PbfFieldBot.Intake;
using PbfFieldBot.Reports.Snapshots;

namespace PbfFieldBot.Reports;

/// <summary>The plain content of the report's table: values as cells, reasons only where the project has newer ones than the framework.</summary>
internal sealed class ProgressReport(FieldDatabase database, DialogCatalog catalog)
{
    /// <summary>The rows of activities up to a day (all when null), with what stands behind each when asked.</summary>
    public async Task<IReadOnlyList<ReportRow>> RowsAsync(DateOnly? asOf, bool withSources, CancellationToken stop)
    {
        var rows = Rows(catalog.Framework, await new IndicatorQueries(database, catalog.Framework).ValuesAsync(asOf, null, stop));
        if (!withSources)
            return rows;
        var explainer = new IndicatorExplainer(database, catalog.Framework, new IndicatorCells(catalog.Framework, new DialogVersions(database, catalog).Find));
        List<ReportRow> told = [];
        foreach (var row in rows)
            told.Add(row with { Sources = await explainer.ExplainAsync(row.Code, asOf, null, stop) is { } behind ? [.. CellSources.Of(behind, catalog)] : [] });
        return told;
    }

    /// <summary>The rows of frozen figures.</summary>
    public async Task<IReadOnlyList<ReportRow>> RowsAsync(ReportSnapshot snapshot, bool withSources, CancellationToken stop)
    {
        var frozen = await new SnapshotArchive(database, catalog).ExplanationsAsync(snapshot, stop);
        var rows = Rows(SnapshotArchive.FiguresOf(snapshot).Framework, [.. frozen.Select(f => f.Value)]);
        return withSources ? [.. rows.Zip(frozen, (row, behind) => row with { Sources = [.. CellSources.Of(behind, catalog)] })] : rows;
    }

    public static IReadOnlyList<ReportRow> Rows(ResultsFramework framework, IReadOnlyList<IndicatorValue> values)
    {
        var known = framework.Indicators.ToDictionary(i => i.Code);
        return [.. values.Select(v => new ReportRow(v.Code, Display.Of(known[v.Code], v.Value, v.Women, v.Youth), v.Reason.Length > 0 && v.Reason != known[v.Code].Reason ? v.Reason : null))];
    }
}
