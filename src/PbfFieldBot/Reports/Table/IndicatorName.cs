using System.Text.RegularExpressions;

namespace PbfFieldBot.Reports.Table;

/// <summary>
/// The name that an indicator's cell begins with, "Indicateur 1.1.1" or "Indicator 1.1.1", and its label. The word is needed: "1.1" alone may be an output.
/// </summary>
/// <param name="Code">"1.1.1", perhaps with a letter: "1.1.1a".</param>
/// <param name="Label">What follows the code; empty for a row of the template that nobody used.</param>
internal sealed partial record IndicatorName(string Code, string Label)
{
    private static readonly char[] Around = [' ', ':', '-', '.', ')', '\u2013', '\u2014', '\u2022'];

    /// <summary>The name in a cell's text; null when no line begins with one.</summary>
    public static IndicatorName? Of(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            // A name may be cut by the end of a line.
            var whole = string.Join(' ', lines[i..]).Trim();
            if ((Named().Match(whole) is { Success: true } strict ? strict : Loose().Match(whole)) is { Success: true } match)
                return new IndicatorName(match.Groups["code"].Value.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant(), match.Groups["label"].Value.TrimStart(Around).Trim());
        }

        return null;
    }

    [GeneratedRegex(
        @"^[^\p{L}0-9]*(outcome |output )?indicat(eur|or)s?( (de |du |d.)?(r.{1,2}sultat|produit|effet))? *(n ?[o\u00b0\u00ba.]|no\.|#)? *[:\-]? *(?<code>[0-9]+(\.[0-9]+)+(\p{L}(?![\p{L}\p{M}0-9]))?|[0-9]+[a-z](?![\p{L}\p{M}0-9]))(?<label>.*)$",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    // "Indicateur 1 .1.1": only when nothing else fits, for a label may begin with a number.
    [GeneratedRegex(@"^[^\p{L}0-9]*indicat(eur|or) *(?<code>[0-9]+( ?\. ?[0-9]+)+)(?<label>.*)$", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Loose();
}
