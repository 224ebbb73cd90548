namespace PbfFieldBot.Engine.French;

/// <summary>Numbers beside a count of people that count something else: "20 personnes de 4 communes", "20 participants, tel 76 00 00 00", "15 presents 3 absents".</summary>
internal static class BesideThings
{
    private const int PhoneDigits = 8;
    private static readonly HashSet<string> Frame = NumberGrammar.Words.Group("frame");
    private static readonly HashSet<string> NotThere = PeopleWords.Absent;
    private static readonly HashSet<string> Expecting = PeopleWords.Words.Group("expecting");

    /// <summary>The numbers that count people, when one says so; else all.</summary>
    public static IReadOnlyList<NumberSpan> PeopleOnly(Words words, IReadOnlyList<NumberSpan> numbers)
    {
        if (numbers.Count < 2)
            return numbers;
        if (!numbers.Any(n => CountsPeople(words, n)))
            return [.. numbers.Where((n, i) => !IsExpected(words, n) && !IsOutOf(words, numbers, i) && !IsDay(words, n))];
        return [.. numbers.Where((n, i) => !IsThing(words, numbers, i))];
    }

    private static bool CountsPeople(Words words, NumberSpan number) => PeopleWords.IsPeople(words.At(number.To)) && !NotThere.Contains(words.At(number.To)) && words.At(number.To).Length > 1;

    private static bool IsThing(Words words, IReadOnlyList<NumberSpan> numbers, int n)
    {
        var (number, next) = (numbers[n], words.At(numbers[n].To));
        if (NotThere.Contains(next) || IsExpected(words, number) || IsOutOf(words, numbers, n) || NumberObstacles.IsFrancs(words, number) || IsOfAbsent(words, numbers, n))
            return true;
        if (CountsPeople(words, number) || PeopleWords.IsPeople(next))
            return false;
        return IsNoun(words, number.To) || IsPhone(words, number) || IsDay(words, number) || words.At(number.From - 1) is "tel" or "telephone" or "numero" or "contact";
    }

    // "on attendait 20 personnes", "20 membres etaient attendus", "sur 20 invites".
    private static bool IsExpected(Words words, NumberSpan number)
    {
        var at = number.To;
        while (words.At(at) is "etaient" or "sont" or "ont" or "ete" or "avaient" || at == number.To && CountsPeople(words, number))
            at++;
        return Expecting.Contains(words.At(number.From - 1)) || NotThere.Contains(words.At(at)) && (at > number.To || words.At(number.From - 1) == "sur");
    }

    // "15 presents sur 25", "15 sur 25 sont venus"; "8 personnes sur 20 sont des femmes" tells the whole.
    private static bool IsOutOf(Words words, IReadOnlyList<NumberSpan> numbers, int n)
    {
        if (n == 0)
            return false;
        var at = numbers[n - 1].To;
        while (PeopleWords.Of(words.At(at)) is PeopleGroup.Everybody)
            at++;
        var people = at > numbers[n - 1].To;
        if (words.At(at) != "sur")
            return false;
        at++;
        while (words.At(at) is "les" or "un" or "total" or "de")
            at++;
        var after = numbers[n].To;
        while (PeopleWords.Of(words.At(after)) is PeopleGroup.Everybody)
            after++;
        return at == numbers[n].From && words.At(after + 1) != "des" && (people || words.At(after) is "etaient" or "sont" or "ont" || words.At(numbers[n].To) is "membres" or "membre");
    }

    // "10 absents dont 4 femmes".
    private static bool IsOfAbsent(Words words, IReadOnlyList<NumberSpan> numbers, int n) => n > 0 && NotThere.Contains(words.At(numbers[n - 1].To)) && PeopleWords.Among.Contains(words.At(numbers[n].From - 1)) && numbers[n].From == numbers[n - 1].To + 2;

    // A long word that neither frames a number nor joins two.
    private static bool IsNoun(Words words, int at) => at < words.Count && words[at].Kind == WordKind.Letters && words.At(at).Length > 2 && !Frame.Contains(words.At(at)) && !PeopleWords.Among.Contains(words.At(at)) && !PeopleWords.Total.Contains(words.At(at))
        && words.At(at) is not ("sur" or "parmi" or "plus" or "moins" or "etant" or "autres" or "reste" or "chacun");

    // "le 12 mars", "le 12/03".
    private static bool IsDay(Words words, NumberSpan number) => words.At(number.From - 1) == "le" && (DateWords.Month(words.At(number.To)) is not null || words.At(number.To) == "/")
        || words.At(number.From - 1) == "/" && (words.At(number.From - 3) == "le" || words.At(number.From - 3) == "/" && words.At(number.From - 5) == "le");

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
