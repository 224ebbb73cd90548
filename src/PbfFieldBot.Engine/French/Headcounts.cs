using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.French;

/// <summary>Reads a whole answer as people by sex and age: "15 dont 6 femmes", "6F 9H", "h/f 12/6", "aucune femme", "une quinzaine".</summary>
public static class Headcounts
{
    /// <summary>Reads an answer; what follows by arithmetic is filled, what contradicts itself is refused and named.</summary>
    public static HeadcountReading Read(string text)
    {
        var words = Words.Of(text);
        if (words.Count == 0)
            return new HeadcountReading(null, RejectReasons.Empty);
        var numbers = NumberObstacles.Numbers(words);
        if (SelfCorrection.Rewritten(words, numbers) is { } right && right.Length < text.Length)
            return Read(right);
        if (numbers.Any(n => NumberObstacles.IsBound(words, n)) || BesideThings.IsOfEach(words, numbers))
            return new HeadcountReading(null, RejectReasons.Vague);
        if (NumberObstacles.IsHourAlone(words, numbers))
            return new HeadcountReading(null, RejectReasons.NotANumber);
        if (SummedPeople.Added(words, numbers) is { } sum)
            return Checked(sum);
        var people = BesideThings.PeopleOnly(words, numbers);
        var things = people.Count < numbers.Count;
        if (things && people.Count > 0 && !HeadcountGrammar.HasGroups(words, people))
            return people.All(n => n.Value == people[0].Value && !n.Malformed) ? Checked(HeadcountGrammar.Count(words, people)) : Plain(text);
        if (!HeadcountGrammar.HasGroups(words, people))
            return IsWholeOfRoles(words, people) || IsOfDoers(words, numbers) ? Checked(HeadcountGrammar.Count(words, people)) : Plain(text);
        if (!things && NumberObstacles.FindBesideGroups(words) is { } obstacle)
            return new HeadcountReading(null, obstacle);
        return Checked(HeadcountGrammar.Count(words, people));
    }

    /// <summary>The contradiction among stated numbers, as a code; null when they agree.</summary>
    public static string? Contradiction(int? total, int? women, int? men, int? youth)
    {
        var all = total ?? (women is { } w && men is { } m ? w + m : null);
        return all is not { } sum ? null
            : women > sum ? RejectReasons.WomenGtTotal
            : men > sum ? RejectReasons.MenGtTotal
            : youth > sum ? RejectReasons.YouthGtTotal
            : women + men is { } both && both != sum ? RejectReasons.SumMismatch
            : null;
    }

    // "32 personnes : 20 eleveurs et 12 agriculteurs", "25 participants dont 2 conseillers".
    private static bool IsWholeOfRoles(Words words, IReadOnlyList<NumberSpan> numbers) => numbers.Count > 1 && PeopleWords.Generic.Contains(words.At(numbers[0].To))
        && numbers.All(n => PeopleWords.IsPeople(words.At(n.To)) && words.At(n.To).Length > 1)
        && (PeopleWords.Among.Contains(words.At(numbers[0].To + 1)) ? numbers.Skip(1).Sum(n => n.Bounded) <= numbers[0].Value : numbers.Count > 2 && numbers.Skip(1).Sum(n => n.Bounded) == numbers[0].Value);

    // "52 ont signe la liste", "on etait 52 ce jour-la": who did something, or who we were, are people, whatever else is said.
    private static bool IsOfDoers(Words words, IReadOnlyList<NumberSpan> numbers) => numbers is [{ Malformed: false } only] && NumberObstacles.Find(words) is null
        && (words.At(only.To) is "ont" or "etaient" or "etions" || BesideThings.IsWhatWeWere(words, only) && !NumberWords.All.Group("counted").Contains(words.At(only.To)));

    private static HeadcountReading Plain(string text)
    {
        var number = FrenchNumbers.Read(text);
        return number.Value switch
        {
            null => new HeadcountReading(null, number.Reject),
            > int.MaxValue => new HeadcountReading(null, RejectReasons.TooLarge),
            { } value => new HeadcountReading(new Headcount((int)value, Approximate: number.Approximate), null),
        };
    }

    private static HeadcountReading Checked(StatedHeadcount stated)
    {
        if (stated.Reject is { } reject)
            return new HeadcountReading(null, reject);
        if (stated is { Total: null, Women: null, Men: null, Youth: null })
            return new HeadcountReading(null, RejectReasons.NotANumber);
        return Contradiction(stated.Total, stated.Women, stated.Men, stated.Youth) is { } contradiction
            ? new HeadcountReading(null, contradiction)
            : new HeadcountReading(new Headcount(stated.Total, stated.Women, stated.Men, stated.Youth, stated.Approximate).Derived(), null);
    }
}
