namespace PbfFieldBot.Engine.French;

/// <summary>Reads a whole answer as a whole number of 0 or more, in digits or words, with the words that usually stand around it ("on etait 25").</summary>
public static class FrenchNumbers
{
    private static readonly HashSet<string> Frame = NumberWords.All.Group("frame");
    private static readonly HashSet<string> Counted = NumberWords.All.Group("counted");
    private static readonly HashSet<string> Approximate = NumberWords.All.Group("approximate");
    private static readonly HashSet<string> Vague = NumberWords.All.Group("vague");
    private static readonly HashSet<string> None = NumberWords.All.Group("none");

    /// <summary>Reads an answer. Refused: ranges, decimals, negatives, vague words, phone numbers, amounts, percentages, contradictions.</summary>
    public static NumberReading Read(string text)
    {
        var words = Words.Of(text);
        if (words.Count == 0)
            return Refuse(RejectReasons.Empty);
        if (NumberObstacles.Find(words) is { } obstacle)
            return Refuse(obstacle);
        var spans = NumberObstacles.Numbers(words);
        if (spans.Count == 0)
            return WithoutNumber(words);
        if (spans.Any(s => s.Malformed))
            return Refuse(RejectReasons.NotANumber);
        if (spans.Any(s => s.Value != spans[0].Value))
            return Refuse(spans.Count == 2 && NumberObstacles.InBrackets(words, spans[1]) ? RejectReasons.Contradiction : RejectReasons.Range);
        if (Unexplained(words, spans))
            return Refuse(RejectReasons.NotANumber);
        return spans[0].Value > Limits.LargestNumber ? Refuse(RejectReasons.TooLarge) : new NumberReading(spans[0].Value, spans.Any(s => s.Approximate) || IsApproximate(words), null);
    }

    /// <summary>True when a word makes the number approximate ("environ 30").</summary>
    internal static bool IsApproximate(Words words) => words.Any(w => Approximate.Contains(w.Fold) && w.Fold is not ("pres" or "dans" or "vers"))
        || words.Plain.Contains("plus ou moins", StringComparison.Ordinal) || words.Plain.Contains("peu pres", StringComparison.Ordinal);

    private static NumberReading WithoutNumber(Words words)
    {
        if (words.Any(w => Vague.Contains(w.Fold)))
            return Refuse(RejectReasons.Vague);
        if (words.Count == 3 && words.At(0) == "pas" && words.At(1) is "de" or "d" && PeopleWords.Of(words.At(2)) == PeopleGroup.Everybody)
            return new NumberReading(0, false, null);
        return words.Any(w => None.Contains(w.Fold)) && words.All.All(w => None.Contains(w.Fold) || IsFrame(w))
            ? new NumberReading(0, false, null)
            : Refuse(RejectReasons.NotANumber);
    }

    // Every word beside the number must be one that does not change it.
    private static bool Unexplained(Words words, IReadOnlyList<NumberSpan> spans)
    {
        if (spans.Any(s => PeopleWords.IsPeople(words.At(s.To)) || Counted.Contains(words.At(s.To))))
            return false;
        for (var i = 0; i < words.Count; i++)
            if (!spans.Any(s => i >= s.From && i < s.To) && words[i].Kind == WordKind.Letters && !IsFrame(words[i]) && !None.Contains(words[i].Fold) && !IsMoreOrLess(words, i))
                return true;
        return false;
    }

    // "plus ou moins 50".
    private static bool IsMoreOrLess(Words words, int at) => words.At(at) == "plus" && words.At(at + 1) == "ou" || words.At(at) == "ou" && words.At(at + 1) is "moins" or "-" || words.At(at) == "moins" && words.At(at - 1) == "ou";

    private static bool IsFrame(Word word) => word.Kind != WordKind.Letters || Frame.Contains(word.Fold) || Counted.Contains(word.Fold) || Approximate.Contains(word.Fold) || PeopleWords.IsPeople(word.Fold);

    private static NumberReading Refuse(string reason) => new(null, false, reason);
}
