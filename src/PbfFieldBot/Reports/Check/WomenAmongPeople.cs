using System.Globalization;
using System.Text.RegularExpressions;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Check;

/// <summary>More women (or young people) than people, and fewer women than before although people became more.</summary>
internal static partial class WomenAmongPeople
{
    public static IEnumerable<Finding> Find(CheckedReport report) => report.Rows.SelectMany(r => InRow(r, report.Previous.Find(r.Code))).Concat(report.Sections.SelectMany(InSection));

    private static IEnumerable<Finding> InRow(CheckedRow row, PreviousEntry? before)
    {
        if (row.Current is not { } now)
            yield break;
        if (now.Women > now.Number)
            yield return new Finding("women_over_total", row.Where, AppPhrases.Text("report.check.women_over_total"), row.CurrentText);
        if (now.Youth > now.Number)
            yield return new Finding("youth_over_total", row.Where, AppPhrases.Text("report.check.youth_over_total"), row.CurrentText);
        if (now.Women < before?.Women && now.Number > before?.Value)
            yield return new Finding("women_decrease", row.Where, AppPhrases.Text("report.check.women_decrease"), AppPhrases.Text("report.check.women_before_now", ("before", before!.Value), ("women", before.Women), ("now", row.CurrentText)));
    }

    private static IEnumerable<Finding> InSection(ReportSection section) => Parted().Matches(Folding.Plain(section.Answer))
        .Where(m => Int(m.Groups["women"].Value) > Int(m.Groups["all"].Value))
        .Select(m => new Finding("women_over_total", section.Where, AppPhrases.Text("report.check.women_over_total"), m.Value));

    private static int Int(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"\b(?<all>\d{1,6}) ([a-z'-]+ ){1,5}dont (?<women>\d{1,6}) femmes?\b")]
    private static partial Regex Parted();
}
