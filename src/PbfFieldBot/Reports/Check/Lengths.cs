using PbfFieldBot.Engine;
using PbfFieldBot.Reports.Table;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Check;

/// <summary>Answers and entries that are longer than the template allows.</summary>
internal static class Lengths
{
    public static IEnumerable<Finding> Find(CheckedReport report) => report.Sections
        .Where(s => s.Characters > s.Limit)
        .Select(s => new Finding("section_too_long", s.Where, AppPhrases.Text("report.check.section_too_long", ("over", s.Characters - s.Limit), ("limit", s.Limit)), AppPhrases.Text("report.check.characters", ("n", s.Characters), ("limit", s.Limit))))
        .Concat(report.Rows.SelectMany(r => new[] { TableColumn.Milestone, TableColumn.Current, TableColumn.Reason }
            .Where(c => r.Row.Text(c).Length > Limits.ReportEntryCharacters)
            .Select(c => new Finding(
                "entry_too_long", r.Where, AppPhrases.Text("report.check.entry_too_long", ("column", AppPhrases.Text("report.check.column." + c.ToString().ToLowerInvariant())), ("over", r.Row.Text(c).Length - Limits.ReportEntryCharacters), ("limit", Limits.ReportEntryCharacters)), AppPhrases.Text("report.check.characters", ("n", r.Row.Text(c).Length), ("limit", Limits.ReportEntryCharacters))))));
}
