using System.Globalization;
using System.Text.RegularExpressions;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Check;

/// <summary>
/// Numbers of the narrative that contradict the table. A part of the table's number is none when the whole or the other parts stand there too: "9 reunions, dont 5 a Mopti".
/// </summary>
internal static partial class NarrativeNumbers
{
    private const int WordsToTheNoun = 3;
    private const int LongestEvidence = 200;

    public static IEnumerable<Finding> Find(CheckedReport report)
    {
        var mentions = report.Sections.Where(s => !s.IsPlan).SelectMany(s => Sentence().Split(s.Answer).SelectMany(t => In(t.Trim(), s, report.Narrative))).ToList();
        foreach (var row in report.Rows.Where(r => r.Current is not null))
        {
            var own = mentions.Where(m => m.Indicator == row.Code).ToList();
            var whole = own.Any(m => m.Number == row.Current!.Number) || own.Sum(m => m.Number) == row.Current!.Number;
            foreach (var wrong in own.Where(m => m.Number > row.Current!.Number || (!whole && m.Number != row.Current!.Number) || WomenDiffer(m, row)))
                yield return new Finding("narrative_contradiction", wrong.Section.Where, AppPhrases.Text("report.check.narrative_contradiction", ("code", row.Code), ("value", row.CurrentText)), Short(wrong.Sentence));
        }
    }

    private static string Short(string sentence) => sentence.Length <= LongestEvidence ? sentence : sentence[..sentence.LastIndexOf(' ', LongestEvidence)] + "\u2026";

    private static bool WomenDiffer(Mention mention, CheckedRow row) => mention.Number == row.Current!.Number && mention.Women is { } women && row.Current.Women is { } known && women != known;

    private static IEnumerable<Mention> In(string sentence, ReportSection section, IReadOnlyList<NarrativeRule> rules)
    {
        var words = ListMark().Replace(sentence, " ").Split([' ', '\n', '\u00ab', '\u00bb', '(', ')', ',', ':', '\u2019', '\''], StringSplitOptions.RemoveEmptyEntries).Select(w => new Token(w, Folding.Fold(w))).ToList();
        for (var at = 0; at < words.Count; at++)
            if (NumberAt(words, at) is { } number && rules.FirstOrDefault(r => Fits(r, words, at)) is { } rule)
                yield return new Mention(rule.Indicator, number, WomenAfter(words, at), section, sentence);
    }

    private static bool Fits(NarrativeRule rule, List<Token> words, int at)
    {
        bool Any(IReadOnlyList<string> stems) => words.Any(w => stems.Any(s => w.Folded.StartsWith(s, StringComparison.Ordinal)));
        if (rule.Percent != IsPercent(words, at) || (rule.With.Count > 0 && !Any(rule.With)) || Any(rule.Without))
            return false;
        if (rule.Percent)
            return Any(rule.Counts) && words.Select((_, i) => i).Count(i => IsPercent(words, i)) == 1;
        return words.Skip(at + 1).Take(WordsToTheNoun).TakeWhile(w => NumberOf(w) is null).Any(w => rule.Counts.Any(s => w.Folded.StartsWith(s, StringComparison.Ordinal)));
    }

    private static bool IsPercent(List<Token> words, int at) => NumberOf(words[at]) is not null && (words[at].Written.EndsWith('%') || (at + 1 < words.Count && words[at + 1].Written.StartsWith('%')));

    private static decimal? NumberAt(List<Token> words, int at) => at > 0 && words[at - 1].Folded is "moins" or "plus" or "environ" or "niveau" ? null : NumberOf(words[at]);

    // "un" and "une" are articles; years and ordinals count nothing.
    private static decimal? NumberOf(Token word)
    {
        var digits = word.Written.TrimEnd('%', '.', ';');
        if (digits.Length is > 0 and < 7 && digits.All(char.IsAsciiDigit))
            return int.Parse(digits, CultureInfo.InvariantCulture) is var number && number is < 1990 or > 2100 ? number : null;
        return word.Folded.Length > 3 || word.Folded is "six" or "dix" ? char.IsLetter(word.Written[0]) && word.Folded is not ("neufs" or "zero") && FrenchNumbers.Read(word.Written) is { Approximate: false, Value: > 1 and var value } ? value : null : null;
    }

    private static int? WomenAfter(List<Token> words, int at)
    {
        for (var i = at + 1; i + 2 < words.Count && i < at + 8; i++)
            if (words[i].Folded == "dont" && words[i + 2].Folded.StartsWith("femme", StringComparison.Ordinal) && NumberOf(words[i + 1]) is { } women)
                return (int)women;
        return null;
    }

    [GeneratedRegex(@"(?<=[\p{L}\d%)\u00bb])[.;!?](?=\s|$)|\n")]
    private static partial Regex Sentence();

    // "1) organiser ... 2) animer"
    [GeneratedRegex(@"(?<=^|\s)\(?\d{1,2}\)|^\d{1,2}[.-] ")]
    private static partial Regex ListMark();

    private sealed record Token(string Written, string Folded);

    private sealed record Mention(string Indicator, decimal Number, int? Women, ReportSection Section, string Sentence);
}
