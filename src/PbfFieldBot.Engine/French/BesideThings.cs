namespace PbfFieldBot.Engine.French;

/// <summary>Numbers beside a count of people that count something else: "20 personnes de 4 communes", "20 participants, tel 76 00 00 00", "15 presents 3 absents".</summary>
internal static class BesideThings
{
    private const int PhoneDigits = 8;
    private static readonly HashSet<string> Frame = NumberWords.All.Group("frame");
    private static readonly HashSet<string> NotThere = PeopleWords.Absent;
    private static readonly HashSet<string> Between = PeopleWords.Words.Group("between");
    private static readonly HashSet<string> Sums = NumberWords.All.Group("sums");
    private static readonly HashSet<string> Each = NumberWords.All.Group("each");
    private static readonly HashSet<string> Beside = PeopleWords.Words.Group("beside");
    private static readonly HashSet<string> Expecting = PeopleWords.Words.Group("expecting");

    /// <summary>The numbers that count people, when one says so; else all that may.</summary>
    public static IReadOnlyList<NumberSpan> PeopleOnly(Words words, IReadOnlyList<NumberSpan> numbers)
    {
        if (numbers.Count < 2)
            return numbers;
        if (SummedPeople.WithoutParts(words, WithoutListMarks(words, numbers)) is var counted && counted.Count < numbers.Count)
            return PeopleOnly(words, counted);
        var dates = DatesIn(words);
        var labelsFirst = HasLabelsFirst(words, numbers);
        var people = numbers.Any(n => CountsPeople(words, n)) || IsDayBefore(words, numbers);
        return [.. numbers.Where((n, i) => !dates.Exists(d => n.From >= d.From && n.To <= d.To) && !IsNotThere(words, numbers, i, labelsFirst) && !(people && !labelsFirst && IsThing(words, n)))];
    }

    // "le 12 nous etions 25": the first number is a day, the other one counts.
    private static bool IsDayBefore(Words words, IReadOnlyList<NumberSpan> numbers) => numbers.Count == 2 && words.At(numbers[0].From - 1) == "le" && numbers[0].Value is > 0 and <= 31
        && words.At(numbers[0].To) is "nous" or "ns" or "on" or "il" or "ils" or "y" && !IsNoun(words, numbers[1].To);

    /// <summary>True when the people of one part are counted, not all: "20 par village", "2 sessions de 20 personnes".</summary>
    public static bool IsOfEach(Words words, IReadOnlyList<NumberSpan> numbers)
    {
        for (var n = 0; n < numbers.Count; n++)
        {
            var at = numbers[n].To;
            if (numbers[n].Value > 1 && n + 1 < numbers.Count && numbers[n + 1].From == at + 2 && words.At(at + 1) == "de" && !PeopleWords.IsPeople(words.At(at)) && Each.Contains(words.At(at).TrimEnd('s')))
                return true;
            at += PeopleWords.IsPeople(words.At(at)) ? 1 : 0;
            if (words.At(at) is "x" or "*" && n + 1 < numbers.Count && numbers[n + 1].From == at + 1 && Each.Contains(words.At(numbers[n + 1].To).TrimEnd('s')))
                return true;
            if (NumberObstacles.IsFrancs(words, numbers[n]))
                continue;
            if (words.At(at) == "par" && Each.Contains(words.At(at + 1)) || words.At(at) is "chacun" or "chacune" or "chaque" || words.At(at) is "dans" or "a" or "pour" && words.At(at + 1) == "chaque")
                return true;
        }

        return false;
    }

    // Dates with a month by name, a year, or "le" before: "23/8" may be 23 people of whom 8.
    private static List<DateSpan> DatesIn(Words words) => !words.Any(w => w.Fold is "/" or "." or "-" || w.Kind == WordKind.Letters && DateWords.Month(w.Fold) is not null) ? []
        : DateGrammar.All(words, DateOnly.MaxValue.AddYears(-1)).FindAll(d => d is { Date: not null, Weak: false } && d.To - d.From > 1 && !IsGoneOn(words, d.To) && (words.At(d.From) == "le" || words.At(d.From - 1) is "le" or "du" || d.To - d.From > 4 || Enumerable.Range(d.From, d.To - d.From).Any(i => words[i].Kind == WordKind.Letters && DateWords.Month(words.At(i)) is not null)));

    // "12.11.20.15": more digits hang on.
    private static bool IsGoneOn(Words words, int at) => at + 1 < words.Count && words.At(at) is "." or "-" or "/" && words[at + 1].Kind == WordKind.Digits && !words[at + 1].Loose;

    // Absent, or only awaited, or a part of those.
    private static bool IsNotThere(Words words, IReadOnlyList<NumberSpan> numbers, int n, bool labelsFirst) =>
        (labelsFirst ? NotThere.Contains(LabelBefore(words, numbers[n])) : NotThere.Contains(words.At(numbers[n].To)) && words.At(numbers[n].To + 1) is not ("tous" or "toutes") && (words.At(numbers[n].From - 1) == "sur" || numbers.Any(o => CountsPeople(words, o))) || IsExpected(words, numbers, n) || IsOfAbsent(words, numbers, n))
        || IsOutOf(words, numbers, n)
        || IsHelpers(words, numbers, n)
        || IsRoleOfWhole(words, numbers, n)
        || n > 0 && PeopleWords.Among.Contains(words.At(numbers[n].From - 1)) && IsNoun(words, numbers[n].To) && !PeopleWords.IsPeople(words.At(numbers[n].To));

    // "19 dont le maire, 3 conseillers et 7 femmes": the councillors are among the nineteen.
    private static bool IsRoleOfWhole(Words words, IReadOnlyList<NumberSpan> numbers, int n)
    {
        var role = words.At(numbers[n].To);
        return n > 0 && role.Length > 2 && PeopleWords.Of(role) is PeopleGroup.Everybody && !PeopleWords.Generic.Contains(role) && PeopleWords.Of(words.At(numbers[n].To + 1)) is null or PeopleGroup.Everybody
            && PeopleWords.Of(words.At(numbers[0].To)) is null or PeopleGroup.Everybody && numbers[n].Value < numbers[0].Value
            && Enumerable.Range(numbers[0].To, numbers[n].From - numbers[0].To).Any(i => PeopleWords.Among.Contains(words.At(i)) || words.At(i) == "compris");
    }

    // "25 participants et 2 animateurs", "25 personnes sans compter les 3 formateurs".
    private static bool IsHelpers(Words words, IReadOnlyList<NumberSpan> numbers, int n)
    {
        var at = numbers[n].From - 1;
        while (words.At(at) is "les" or "nos" or "ses" or "de" or "des")
            at--;
        return n > 0 && PeopleWords.Helpers.Contains(words.At(numbers[n].To)) && (words.At(at) == "+" || Beside.Contains(words.At(at))) && numbers.Take(n).Any(o => PeopleWords.Generic.Contains(words.At(o.To)));
    }

    // "presents 12 absents 3 femmes 4": a word before each number, none after the last.
    private static bool HasLabelsFirst(Words words, IReadOnlyList<NumberSpan> numbers) => (Enumerable.Range(numbers[^1].To, words.Count - numbers[^1].To).All(i => words[i].Kind != WordKind.Letters) || PeopleWords.Among.Contains(words.At(numbers[^1].From - 1)))
        && numbers.All(n => LabelBefore(words, n) is var label && (PeopleWords.Among.Contains(label) && n.From > numbers[0].From || NotThere.Contains(label) || PeopleWords.IsPeople(label) || PeopleWords.Total.Contains(label)));

    /// <summary>The word before a number, beyond a colon or equals sign.</summary>
    public static string LabelBefore(Words words, NumberSpan number) => words.At(number.From - (words.At(number.From - 1) is ":" or "=" ? 2 : 1));

    private static bool CountsPeople(Words words, NumberSpan number) => PeopleWords.IsPeople(words.At(number.To)) && !NotThere.Contains(words.At(number.To)) && words.At(number.To).Length > 1;

    private static bool IsThing(Words words, NumberSpan number)
    {
        var (before, next) = (words.At(number.From - 1), words.At(number.To));
        if (NumberObstacles.IsFrancs(words, number) || Sums.Contains(before))
            return true;
        if (PeopleWords.IsPeople(next))
            return false;
        return before == "le" || IsNoun(words, number.To) && !IsWhole(words, number) && !IsWhatWeWere(words, number) || next == "de" && words.At(number.To + 1) is "moins" or "plus" && PeopleLabels.Under(words, number.To + 1) is null || words.At(number.To) == "%" || IsPhone(words, number) || before is "tel" or "telephone" or "numero" or "contact";
    }

    // "1) hommes 19 2) femmes 12".
    private static IReadOnlyList<NumberSpan> WithoutListMarks(Words words, IReadOnlyList<NumberSpan> numbers) =>
        numbers.Where(n => IsListMark(words, n)).Select((n, i) => n.Value == i + 1).ToList() is { Count: > 1 } marks && marks.TrueForAll(m => m) ? [.. numbers.Where(n => !IsListMark(words, n))] : numbers;

    private static bool IsListMark(Words words, NumberSpan number) => words.At(number.To) == ")" && words[number.To - 1].Kind == WordKind.Digits && words.At(number.From - 1) != "(" && number.Value < 10 && (number.From == 0 || words.At(number.From - 1) == "\n" || !words.Has("("));

    /// <summary>"Nous etions 25 sous le hangar": who we were are people, whatever word follows.</summary>
    public static bool IsWhatWeWere(Words words, NumberSpan number) => words.At(number.From - 1) is "etions" or "etait" or "etaient" or "sommes" && words.At(number.From - 2) is "nous" or "on" or "ils" or "elles" or "ns";

    // "37 orphelins dont 14 filles": who has a part is counted, whatever the noun; "de 3 communes dont 14 femmes" is no whole.
    private static bool IsWhole(Words words, NumberSpan number) => PeopleWords.Among.Contains(words.At(number.To + 1)) && words.At(number.From - 1) is not ("de" or "pendant" or "durant" or "en" or "dans" or "pour" or "sur");

    // "on attendait 20 personnes", "20 membres etaient attendus", "sur 20 invites", "au lieu de 20", "contre 20 la derniere fois".
    private static bool IsExpected(Words words, IReadOnlyList<NumberSpan> numbers, int n)
    {
        var number = numbers[n];
        var at = number.To;
        while (words.At(at) is "etaient" or "sont" or "ont" or "ete" or "avaient" || at == number.To && CountsPeople(words, number))
            at++;
        var before = words.At(number.From - 1);
        return before == "etre" && words.At(number.From - 2) is "devait" or "devions" or "devaient" or "devrait" || Expecting.Contains(before) && !(n > 0 && numbers[n - 1].To == number.From - 1) || before == "de" && words.At(number.From - 2) == "lieu" || before == "contre" && PeopleWords.Of(words.At(number.To)) is null or PeopleGroup.Everybody || NotThere.Contains(words.At(at)) && (at > number.To || words.At(number.From - 1) == "sur");
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
        if (words.At(at) != "sur" && !(words.At(at) is "des" or "parmi" && words.At(numbers[n].To) is "membres" or "membre") && !(words.At(at) == "/" && (people ? !PeopleWords.IsPeople(words.At(numbers[n].To)) : words.At(numbers[n].To) is "presents" or "venus")))
            return false;
        at++;
        while (words.At(at) is "les" or "un" or "total" or "de")
            at++;
        var after = numbers[n].To;
        while (PeopleWords.Of(words.At(after)) is PeopleGroup.Everybody)
            after++;
        return at == numbers[n].From && words.At(after + 1) != "des" && (people || words.At(at - 1) == "/" || words.At(after) is "etaient" or "sont" or "ont" || words.At(numbers[n].To) is "membres" or "membre");
    }

    // "10 absents dont 4 femmes".
    private static bool IsOfAbsent(Words words, IReadOnlyList<NumberSpan> numbers, int n) => n > 0 && NotThere.Contains(words.At(numbers[n - 1].To)) && PeopleWords.Among.Contains(words.At(numbers[n].From - 1)) && numbers[n].From == numbers[n - 1].To + 2;

    // A long word that neither frames a number nor joins two.
    private static bool IsNoun(Words words, int at) => at < words.Count && words[at].Kind == WordKind.Letters && words.At(at).Length > 2 && !Frame.Contains(words.At(at)) && !PeopleWords.Among.Contains(words.At(at)) && !PeopleWords.Total.Contains(words.At(at))
        && !Between.Contains(words.At(at)) && words.At(at) is not ("sur" or "parmi" or "plus" or "moins" or "reste" or "chacun");

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
