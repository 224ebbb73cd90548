using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Check;

/// <summary>Indicators of the project that the table leaves out.</summary>
internal static class MissingRows
{
    public static IEnumerable<Finding> Find(CheckedReport report) => report.Framework.Indicators
        .Where(i => report.Rows.All(r => r.Code != i.Code))
        .Select(i => new Finding("row_missing", AppPhrases.Text("report.check.table"), AppPhrases.Text("report.check.row_missing", ("code", i.Code)), i.Code + " " + i.Label));
}
