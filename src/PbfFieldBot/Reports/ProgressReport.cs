using PbfFieldBot.Engine.Indicators;

namespace PbfFieldBot.Reports;

/// <summary>The plain content of the report's table: values as cells, reasons only where the project has newer ones than the framework.</summary>
internal static class ProgressReport
{
    public static IReadOnlyList<ReportRow> Rows(ResultsFramework framework, IReadOnlyList<IndicatorValue> values)
    {
        var known = framework.Indicators.ToDictionary(i => i.Code, i => i.Reason);
        return [.. values.Select(v => new ReportRow(v.Code, v.Display, v.Reason.Length > 0 && v.Reason != known[v.Code] ? v.Reason : null))];
    }
}
