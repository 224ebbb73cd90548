using System.Globalization;
using System.Text.RegularExpressions;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Check;

/// <summary>Percentages that were added up: a new survey replaces the one before, and two regions make no sum.</summary>
internal static partial class SummedPercentages
{
    public static IEnumerable<Finding> Find(CheckedReport report) => report.Rows
        .Where(r => r.IsPercent && (IsSummed(r.CurrentText) || IsSumFirst(r.CurrentText) || r.Current?.Number > 100 || IsSumOfMeasures(r, report)))
        .Select(r => new Finding("percentages_summed", r.Where, AppPhrases.Text("report.check.percentages_summed"), r.CurrentText))
        .Concat(report.Sections.SelectMany(s => Sentences(s.Answer).Where(IsSummed).Select(t => new Finding("percentages_summed", s.Where, AppPhrases.Text("report.check.percentages_summed"), t))));

    private static IEnumerable<string> Sentences(string text) => Sentence().Split(text).Select(s => s.Trim()).Where(s => s.Contains('%', StringComparison.Ordinal));

    // "20 % + 35 %", or three percentages of which the last is the sum of the others.
    private static bool IsSummed(string text)
    {
        if (Plus().IsMatch(text))
            return true;
        var all = Numbers(text);
        return all.Count > 2 && all[^1] > 0 && all[..^1].All(p => p > 0) && all[..^1].Sum() == all[^1] && all[^1] != 100;
    }

    // "35 % (20 % a Mopti, 15 % a Segou)", in a cell; in the narrative that may be a share of a share.
    private static bool IsSumFirst(string text) => Numbers(text) is { Count: > 2 } all && all[0] > 0 && all[1..].Sum() == all[0];

    private static List<decimal> Numbers(string text) => [.. Percent().Matches(text).Select(m => decimal.Parse(m.Groups["number"].Value.Replace(',', '.'), CultureInfo.InvariantCulture))];

    private static bool IsSumOfMeasures(CheckedRow row, CheckedReport report)
    {
        if (row.Current is not { } now || !report.Measures.TryGetValue(row.Code, out var measures) || measures.Count == 0 || measures[^1] == now.Number)
            return false;
        var before = report.Previous.Find(row.Code)?.Value ?? 0;
        return (measures.Count > 1 && measures.Sum() == now.Number) || (before > 0 && before + measures[^1] == now.Number);
    }

    [GeneratedRegex(@"(?<=[a-z\u00e0-\u00ff%)\u00bb])[.;!?](?=\s|$)|\n", RegexOptions.IgnoreCase)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\d\s*%\s*\+\s*\d|\d\s*\+\s*\d+([.,]\d+)?\s*(%|=[^%]{1,12}%)")]
    private static partial Regex Plus();

    [GeneratedRegex(@"(?<number>\d{1,3}([.,]\d+)?)\s*%")]
    private static partial Regex Percent();
}
