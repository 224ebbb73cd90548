using System.Globalization;
using System.Text.RegularExpressions;
using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Reports.Table;

/// <summary>A number out of a cell of the table: "15 dont 6 femmes", "50%", "Oui", "1 200".</summary>
/// <param name="Number">In the indicator's unit; "Oui" is 1.</param>
/// <param name="IsPercent">True when it is written with a percent sign.</param>
/// <param name="Rest">What else stands in the cell, after the number.</param>
internal sealed partial record EntryValue(decimal Number, bool IsPercent, string Rest)
{
    public int? Women { get; init; }

    public int? Men { get; init; }

    public int? Youth { get; init; }

    /// <summary>Reads a cell; null when it does not begin with a number.</summary>
    public static EntryValue? Of(string text)
    {
        var plain = Folding.Fold(text);
        if (plain is "oui" or "yes")
            return new EntryValue(1, false, "");
        if (plain is "non" or "no" or "neant" or "aucun" or "aucune")
            return new EntryValue(0, false, "");
        var match = Leading().Match(text.Trim());
        return match.Success ? Read(text, match) : InWords(text);
    }

    private static EntryValue? Read(string text, Match match)
    {
        var digits = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit));
        var written = match.Groups["part"].Success ? digits + "." + match.Groups["part"].Value : digits;
        if (!decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        return new EntryValue(number, match.Groups["percent"].Success, match.Groups["rest"].Value.Trim()).WithPeople(text);
    }

    // "quinze dont six femmes"
    private static EntryValue? InWords(string text) => Headcounts.Read(text) is { Count: { Total: { } total } } ? new EntryValue(total, false, "").WithPeople(text) : null;

    private EntryValue WithPeople(string text)
    {
        if (Parted().Match(Folding.Plain(text)) is { Success: true } parted)
            return this with { Women = Int(parted.Groups["women"].Value), Youth = YouthOf(text) };
        return Headcounts.Read(text).Count is { } people && people.Total == Number ? this with { Women = people.Women, Men = people.Men, Youth = people.Youth ?? YouthOf(text) } : this with { Youth = YouthOf(text) };
    }

    private static int? YouthOf(string text) => Young().Match(Folding.Plain(text)) is { Success: true } young ? Int(young.Groups["young"].Value) : null;

    private static int? Int(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(?<whole>\d{1,3}([ .\u00a0\u202f]\d{3})+(?!\d)|\d+)([.,](?<part>\d{1,2})(?!\d))?\s*(?<percent>%|pour\s?cents?\b)?(?<rest>.*)$", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Leading();

    [GeneratedRegex(@"\b(dont|including|incl\.?) (?<women>\d+) (femmes?|women|woman|f\b)")]
    private static partial Regex Parted();

    [GeneratedRegex(@"\b(?<young>\d+) (jeunes?\b|de moins de 35|under 35|youth)")]
    private static partial Regex Young();
}
