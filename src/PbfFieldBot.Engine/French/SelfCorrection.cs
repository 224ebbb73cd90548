namespace PbfFieldBot.Engine.French;

/// <summary>"15 non pardon 16", "lundi, euh mardi", "pas Koro, Bankass": which words of an answer hold.</summary>
internal static class SelfCorrection
{
    private static readonly WordSet Marks = NumberWords.All.Group("corrections");
    private static readonly WordSet Turns = NumberWords.All.Group("but");

    /// <summary>The words that hold: those after the last mark of correction, those that "pas" does not deny; null when nothing is corrected.</summary>
    public static string? Meant(Words words)
    {
        for (var at = words.Count - 2; at >= 0; at--)
            if (MarkAt(words, at) is > 0 and var length && at + length < words.Count)
                return Trimmed(words, at + length, words.Count);
        for (var at = 0; at < words.Count - 1; at++)
            if (words.At(at) == "pas")
                return at <= 3 && Turn(words, at + 2) is { } turn ? Trimmed(words, turn, words.Count)
                    : at > 0 && words.At(at - 1) is not ("est" or "n" or "c") ? Trimmed(words, 0, words.At(at - 1) == "et" ? at - 1 : at) : null;
        return null;
    }

    /// <summary>The answer with the right number in the wrong one's place: "14 femmes non pardon 4 sur 16" is "4 femmes sur 16"; null when no number is corrected.</summary>
    public static string? Rewritten(Words words, IReadOnlyList<NumberSpan> numbers)
    {
        if (numbers.Count == 2 && Denied(words, numbers[0], numbers[1]) is { } held)
            return held;
        for (var n = 1; n < numbers.Count; n++)
            if (WithoutDenied(words, numbers[n - 1], numbers[n]) is { } rest)
                return rest;
        for (var at = words.Count - 2; at >= 0; at--)
        {
            if (MarkAt(words, at) is not (> 0 and var length) || at + length >= words.Count)
                continue;
            var right = numbers.FirstOrDefault(n => n.From >= at + length);
            if (right.To == 0)
                return null;
            var said = PeopleWords.Of(words.At(right.To));
            var begin = BeginOf(words, at);
            var wrong = numbers.LastOrDefault(n => n.To <= begin && (said is null || PeopleWords.Of(words.At(n.To)) == said));
            if (wrong.To == 0 && said is PeopleGroup.Women or PeopleGroup.Men or PeopleGroup.Youth && numbers.Any(n => n.To <= begin))
                return words.Original(0, begin) + " " + words.Original(at + length, words.Count);
            return wrong.To == 0
                ? Trimmed(words, at + length, words.Count)
                : words.Original(0, wrong.From) + " " + words.Original(right.From, right.To) + " " + words.Original(wrong.To, begin) + " " + words.Original(right.To + (said is null ? 0 : 1), words.Count);
        }

        return null;
    }

    // "pas 14 mais 15", "ce n'est pas 14, c'est 15", "15 et non 14", "15 pas 14".
    private static string? Denied(Words words, NumberSpan first, NumberSpan second)
    {
        if (words.At(first.From - 1) == "pas" && Enumerable.Range(first.To, second.From - first.To).Any(i => words.At(i) is "," or "est" || Turns.Contains(words.At(i))))
            return Trimmed(words, second.From, words.Count);
        return null;
    }

    // "15 et non 14", "6 femmes et non 9, total 20", "12 femmes (pas 13)".
    private static string? WithoutDenied(Words words, NumberSpan first, NumberSpan second)
    {
        var (held, after) = (After(words, first), After(words, second));
        return words.Text(held, second.From) is "pas" or "et non" or "et pas" or "et non pas" or ", pas" or "(pas" or "(et non" ? words.Original(0, held) + " " + words.Original(after, words.Count) : null;
    }

    private static int After(Words words, NumberSpan number) => PeopleWords.IsPeople(words.At(number.To)) ? number.To + 1 : number.To;

    /// <summary>The text without the marks of correction at its beginning; null when it begins with none.</summary>
    public static string? Begun(string text)
    {
        var words = Words.Of(text);
        var (at, any) = (0, false);
        while (at < words.Count - 1)
        {
            if (MarkAt(words, at) is > 0 and var length)
                (at, any) = (at + length, true);
            else if (at > 0 && words[at].Kind == WordKind.Sign)
                at++;
            else
                break;
        }

        return any && at < words.Count ? words.Original(at, words.Count) : null;
    }

    // "non-violence" corrects nothing.
    private static int MarkAt(Words words, int at) => words.At(at + 1) == "-" && !words[at + 1].Loose ? 0 : DateWords.Length(Marks, words, at);

    // "non, euh pardon": marks in a row are one.
    private static int BeginOf(Words words, int at)
    {
        while (at > 0 && (words[at - 1].Kind == WordKind.Sign || MarkAt(words, at - 1) > 0))
            at--;
        return at;
    }

    private static int? Turn(Words words, int from)
    {
        for (var i = from; i < words.Count - 1; i++)
            if (words.At(i) == "," || Turns.Contains(words.At(i)))
                return i + 1;
        return null;
    }

    private static string Trimmed(Words words, int from, int to) => words.Original(from, to).Trim(',', ':', '.', ';', ' ');
}
