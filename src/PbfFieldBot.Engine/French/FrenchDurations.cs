namespace PbfFieldBot.Engine.French;

/// <summary>A length of time found in a text, in minutes, and the words it stands in (the last one not included).</summary>
public readonly record struct DurationSpan(int Minutes, int From, int To);

/// <summary>Reads lengths of time as people say them for a broadcast: "30 min", "1h30", "une demi-heure", "deux heures".</summary>
public static class FrenchDurations
{
    private const int Hour = 60;
    private const int Longest = 24 * Hour;

    /// <summary>Reads a whole answer in minutes; a bare number is minutes. Null when it is no length of time.</summary>
    public static int? Read(string text)
    {
        var words = Words.Of(text);
        for (var i = 0; i < words.Count; i++)
            if (At(words, i) is { } span)
                return span.Minutes;
        return FrenchNumbers.Read(text).Value is { } bare and <= Longest ? (int)bare : null;
    }

    /// <summary>The length of time that begins at a word; null when none does.</summary>
    public static DurationSpan? At(Words words, int at)
    {
        var start = at;
        if (words.At(at) is "une" or "un")
            at++;
        if (words.At(at) is "demi" or "demie")
        {
            var hour = words.At(at + 1) == "-" ? at + 2 : at + 1;
            return words.At(hour) is "heure" or "heures" or "h" ? new DurationSpan(Hour / 2, start, hour + 1) : null;
        }

        if (words.At(at) == "quart" && words.At(at + 1) is "d" && words.At(at + 2) is "heure")
            return new DurationSpan(Hour / 4, start, at + 3);
        if (NumberGrammar.At(words, start) is not { Value: >= 0 and <= Longest } number)
            return null;
        var unit = words.At(number.To);
        if (unit is "min" or "mn" or "mins" or "minute" or "minutes")
            return new DurationSpan((int)number.Value, start, number.To + 1);
        if (unit is not ("h" or "heure" or "heures" or "hr" or "hrs") || number.Value > 24)
            return null;
        var minutes = (int)number.Value * Hour;
        if (number.To + 1 < words.Count && words[number.To + 1].Kind == WordKind.Digits && words.At(number.To + 1).Length <= 2)
            return new DurationSpan(minutes + int.Parse(words.At(number.To + 1), System.Globalization.CultureInfo.InvariantCulture), start, number.To + 2);
        return words.At(number.To + 1) == "et" && words.At(number.To + 2) is "demi" or "demie"
            ? new DurationSpan(minutes + (Hour / 2), start, number.To + 3)
            : new DurationSpan(minutes, start, number.To + 1);
    }
}
