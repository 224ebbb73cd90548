using PbfFieldBot.Engine.French;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Check;

/// <summary>Reasons for delays that were not thought of anew: left from the period before, or the same in many rows.</summary>
internal static class Reasons
{
    private const int SameInRows = 4;
    private const int FewestRows = 3;

    public static IEnumerable<Finding> Find(CheckedReport report)
    {
        foreach (var row in report.Rows.Where(r => r.Reason.Length > 0 && report.Previous.Find(r.Code)?.Reason is { } before && Folding.Fold(before) == Folding.Fold(r.Reason)))
            yield return new Finding("reason_not_renewed", row.Where, AppPhrases.Text("report.check.reason_not_renewed"), row.Reason);
        var given = report.Rows.Where(r => r.Reason.Length > 0).ToList();
        foreach (var same in given.GroupBy(r => Folding.Fold(r.Reason)).Where(g => g.Count() >= SameInRows || (g.Count() >= FewestRows && g.Count() == given.Count)))
            yield return new Finding(
                "same_reason", AppPhrases.Text("report.check.rows", ("codes", string.Join(", ", same.Select(r => r.Code)))), AppPhrases.Text("report.check.same_reason", ("n", same.Count())), same.First().Reason);
    }
}
