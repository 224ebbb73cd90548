using System.Globalization;
using System.Text.RegularExpressions;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Check;

/// <summary>Years that cannot be: a digit too many ("20216"), or far from any project.</summary>
internal static partial class ImpossibleYears
{
    private const int Before = 1900;
    private const int After = 2050;

    public static IEnumerable<Finding> Find(CheckedReport report) => report.Rows
        .SelectMany(r => r.Row.Cells.Values.Distinct().SelectMany(c => In(Word.WordText.LineOf(c), report)).Select(y => Finding(r.Where, y)))
        .Concat(report.Sections.SelectMany(s => s.Answer.Split('\n').SelectMany(p => In(p, report)).Select(y => Finding(s.Where, y))));

    private static Finding Finding(string where, string evidence) => new("impossible_year", where, AppPhrases.Text("report.check.impossible_year", ("year", string.Concat(evidence.Where(char.IsAsciiDigit).TakeLast(6)))), evidence);

    private static IEnumerable<string> In(string text, CheckedReport report)
    {
        var plain = Folding.Plain(text);
        return Dated().Matches(plain).Where(m => !IsYear(m.Groups["year"].Value))
            .Concat(Long().Matches(plain).Where(m => IsNear(m.Groups["year"].Value[..4], report)))
            .DistinctBy(m => m.Groups["year"].Index)
            .Select(m => m.Value.Trim());
    }

    private static bool IsYear(string digits) => digits.Length == 4 && int.Parse(digits, CultureInfo.InvariantCulture) is >= Before and < After;

    // Five digits may be an amount; beginning with a year of the project they are a slip.
    private static bool IsNear(string digits, CheckedReport report)
    {
        var year = int.Parse(digits, CultureInfo.InvariantCulture);
        return year >= Math.Min(report.Framework.Project.Start.Year, 2015) && year <= Math.Min(report.Framework.Project.End.Year, 2035) + 2;
    }

    [GeneratedRegex(@"\b(janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|june|july|august|september|october|november|december|trimestre|semestre|annee|l'an) (?<year>\d{3,6})\b(?![.,]?\d)|\b(en|fin|debut|courant|depuis|d'ici) (?<year>\d{4})\b(?=\s*($|[.,;:)]))|\b\d{1,2}/\d{1,2}/(?<year>\d{3,5})\b")]
    private static partial Regex Dated();

    [GeneratedRegex(@"(?<![\d.,$] ?)\b([a-z']+ )?(?<year>(19|20)\d{3,4})\b(?![.,]\d| ?(%|\$|usd|dollars?|f ?cfa|euros?|francs?))")]
    private static partial Regex Long();
}
