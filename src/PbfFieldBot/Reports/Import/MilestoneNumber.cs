using System.Globalization;
using System.Text.RegularExpressions;
using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Reports.Import;

/// <summary>Tells whether a milestone, often prose, holds a number to reach: "15. En 2021" does; "mars 2021", "1er trimestre", "15/06/2021" are dates.</summary>
internal static partial class MilestoneNumber
{
    /// <summary>The number that a milestone begins with; null when it has only words.</summary>
    public static decimal? Of(string text)
    {
        var match = Leading().Match(Folding.Plain(text).Trim());
        if (!match.Success || !decimal.TryParse(string.Concat(match.Groups["number"].Value.Where(c => c is not (' ' or '\u00a0'))).Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        return number is >= 1990 and <= 2100 && match.Groups["rest"].Value.Length == 0 ? null : number;
    }

    [GeneratedRegex(@"^((au moins|environ|plus de|total( de)?|>=?|\u2265) ?:? ?)?(?<number>\d{1,3}( \d{3})+|\d+([.,]\d{1,2})?(?!\d))(?!\s*[/-]\d|(er|e|eme|ere|nd|nde)\b|\s+(janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december)\b)[.\s]*(?<rest>.*)$", RegexOptions.Singleline)]
    private static partial Regex Leading();
}
