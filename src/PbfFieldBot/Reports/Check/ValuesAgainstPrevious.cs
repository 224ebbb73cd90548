using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Check;

/// <summary>Sums that are smaller than in the period before: what was reached stays reached.</summary>
internal static class ValuesAgainstPrevious
{
    public static IEnumerable<Finding> Find(CheckedReport report) => report.Rows
        .Where(r => r.IsCumulative && r.Current is { } current && report.Previous.Find(r.Code)?.Value > current.Number)
        .Select(r => new Finding("cumulative_decrease", r.Where, AppPhrases.Text("report.check.cumulative_decrease"), Evidence(r, report)));

    private static string Evidence(CheckedRow row, CheckedReport report) => AppPhrases.Text("report.check.before_now", ("before", report.Previous.Find(row.Code)!.Value), ("now", row.CurrentText));
}
