namespace PbfFieldBot.Engine.French;

/// <summary>Numbers beside a count of people that count something else: "20 personnes de 4 communes", "20 participants, tel 76 00 00 00", "15 presents 3 absents".</summary>
internal static class BesideThings
{
    private const int PhoneDigits = 8;
    private static readonly HashSet<string> Frame = NumberGrammar.Words.Group("frame");
    private static readonly HashSet<string> NotThere = PeopleWords.Absent;

    /// <summary>The numbers that count people, when one says so; else all.</summary>
    public static IReadOnlyList<NumberSpan> PeopleOnly(Words words, IReadOnlyList<NumberSpan> numbers)
    {
        if (numbers.Count < 2)
            return numbers;
        if (!numbers.Any(n => CountsPeople(words, n)))
            return [.. numbers.Where(n => !NotThere.Contains(words.At(n.To)) || words.At(n.From - 1) != "sur")];
        return [.. numbers.Where((n, i) => !IsThing(words, numbers, i))];
    }

    private static bool CountsPeople(Words words, NumberSpan number) => PeopleWords.IsPeople(words.At(number.To)) && !NotThere.Contains(words.At(number.To)) && words.At(number.To).Length > 1;

    private static bool IsThing(Words words, IReadOnlyList<NumberSpan> numbers, int n)
    {
        var (number, next) = (numbers[n], words.At(numbers[n].To));
        if (NotThere.Contains(next))
            return true;
        if (CountsPeople(words, number) || PeopleWords.IsPeople(next))
            return false;
        return IsNoun(words, number.To) || IsPhone(words, number) || IsDay(words, number) || words.At(number.From - 1) is "tel" or "telephone" or "numero" or "contact";
    }

    // A long word that neither frames a number nor joins two.
    private static bool IsNoun(Words words, int at) => at < words.Count && words[at].Kind == WordKind.Letters && words.At(at).Length > 2 && !Frame.Contains(words.At(at)) && !PeopleWords.Among.Contains(words.At(at)) && !PeopleWords.Total.Contains(words.At(at))
        && words.At(at) is not ("sur" or "parmi" or "plus" or "moins" or "etant" or "autres" or "reste" or "chacun");

    private static bool IsDay(Words words, NumberSpan number) => words.At(number.From - 1) == "le" && DateWords.Month(words.At(number.To)) is not null;

    private static bool IsPhone(Words words, NumberSpan number)
    {
        var (from, to, digits) = (number.From, number.To, 0);
        while (from > 0 && words[from - 1].Kind == WordKind.Digits)
            from--;
        while (to < words.Count && words[to].Kind == WordKind.Digits)
            to++;
        for (var i = from; i < to; i++)
            digits += words[i].Kind == WordKind.Digits ? words[i].Fold.Length : 0;
        return digits >= PhoneDigits;
    }
}
