using System.Globalization;

namespace PbfFieldBot.Engine.French;

/// <summary>A number found in a text: its value and the words it stands in (the last one not included).</summary>
/// <param name="Malformed">True when number words stand together that make no number ("mille mille", "dix zero").</param>
public readonly record struct NumberSpan(long Value, bool Approximate, int From, int To, bool Malformed = false)
{
    /// <summary>The value, but no more than a count may be: a few of them still add up.</summary>
    internal long Bounded => Math.Min(Value, Limits.LargestNumber);
}

/// <summary>Finds whole numbers in words and digits: "12 567", "vingt et un", "quatre-vingt-dix", "5 milles", "une quinzaine", "10k".</summary>
internal static class NumberGrammar
{
    private static readonly HashSet<string> Beginnings = [.. NumberWords.Spelled, "un", "une", "demi", "demie"];

    /// <summary>The number that begins at a word; null when none does.</summary>
    public static NumberSpan? At(Words words, int at) => at < 0 || at >= words.Count ? null : words.NumberAt(at);

    /// <summary>Works out the number that begins at a word; <see cref="At"/> remembers it.</summary>
    internal static NumberSpan? Find(Words words, int at)
    {
        if (words.At(at) == "dis" && words.At(at - 1) == "je")
            return null;
        if (words[at].Kind is not (WordKind.Digits or WordKind.Letters) || words[at].Kind == WordKind.Letters && !Beginnings.Contains(words.At(at)) && NumberWords.Typo(words.At(at)) is null && NumberWords.Collective(words.At(at)) is null)
            return null;
        if (HalfOf(words, at) is { } half)
            return half;
        if (words[at].Kind == WordKind.Letters && words.At(at) is "une" or "un" && NumberWords.Collective(words.At(at + 1)) is not null)
            return Collective(words, at, at + 1, 1);
        if (words[at].Kind == WordKind.Digits && at + 1 < words.Count && !words[at + 1].Loose && words.At(at + 1) is "aine" or "aines" or "taine" or "taines" && words[at].Fold.Length <= 3)
            return new NumberSpan(int.Parse(words[at].Fold, CultureInfo.InvariantCulture), true, at, at + 2);
        var cursor = new NumberCursor(words, at);
        if (cursor.Number() is not { } value)
            return NumberWords.Collective(words.At(at)) is not null ? Collective(words, at, at, 1) : null;
        if (value < 100 && NumberWords.Collective(words.At(cursor.Index)) is not null)
            return Collective(words, at, cursor.Index, value);
        var malformed = cursor.Malformed || StartsNumber(words, cursor.Index);
        malformed |= words.At(cursor.Index) == "et" && cursor.Index + 1 == words.Count;
        return new NumberSpan(value, false, at, cursor.Index, malformed);
    }

    /// <summary>True when a word is written as a number (digits or number words).</summary>
    public static bool StartsNumber(Words words, int at) => at < words.Count && words[at].Kind == WordKind.Letters && words.At(at) is not ("un" or "une") && NumberWords.Is(words.At(at));

    // "une demi-douzaine", "un demi-million".
    private static NumberSpan? HalfOf(Words words, int at)
    {
        var next = words.At(at) is "un" or "une" ? at + 1 : at;
        if (words.At(next) is not ("demi" or "demie"))
            return null;
        next += words.At(next + 1) == "-" ? 2 : 1;
        if (NumberWords.Collective(words.At(next)) is { } unit && unit % 2 == 0)
            return new NumberSpan(unit / 2, true, at, next + 1);
        return NumberWords.Million.Contains(words.At(next)) ? new NumberSpan(500_000, true, at, next + 1) : null;
    }

    private static NumberSpan Collective(Words words, int from, int at, long times)
    {
        var unit = NumberWords.Collective(words.At(at)) ?? 0;
        return new NumberSpan(times * unit, times == 1 || unit != 12, from, at + 1);
    }
}
