using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Check;

/// <summary>Values above the target, and values below it without a reason.</summary>
internal static class ValuesAgainstTargets
{
    public static IEnumerable<Finding> Find(CheckedReport report)
    {
        foreach (var row in report.Rows)
            if (row is { Current: { } current, Target: { } target })
            {
                var evidence = AppPhrases.Text("report.check.of_target", ("value", row.CurrentText), ("target", row.Row.Text(Table.TableColumn.Target)));
                if (current.Number > target)
                    yield return new Finding("value_over_target", row.Where, AppPhrases.Text("report.check.value_over_target"), evidence);
                else if (current.Number < target && row.Reason.Length == 0)
                    yield return new Finding("below_target_without_reason", row.Where, AppPhrases.Text("report.check.below_target_without_reason"), evidence);
            }
    }
}
