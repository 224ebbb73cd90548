using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>Counts the people of an activity: numbers beside a word for people, "dont", or the other half of "h/f 12/6". A range counts nobody.</summary>
internal static class ReportPeople
{
    private static readonly HashSet<string> Expected = MessageLexicon.Group("expected_people");

    public static void Read(ReportText text, Dictionary<string, AnswerValue> slots, List<string> problems)
    {
        var numbers = NumberObstacles.Numbers(text.Words).Where(n => !text.Marks.IsAside(n.From) && !text.Marks.IsUsed(n.From))
            .Select(n => text.Corrected.TryGetValue(n.From, out var right) ? n with { Value = right } : n).ToList();
        var people = numbers.Where(n => CountsPeople(text, n, numbers) && !IsRangeEnd(text, n, numbers)).ToList();
        if (people.Exists(n => !IsExpected(text, n)))
            people.RemoveAll(n => IsExpected(text, n));
        if (people.Count == 0 && !HasNobody(text))
            return;
        var stated = HeadcountGrammar.Count(text.Words, people);
        if (stated is { Total: null, Women: null, Men: null, Youth: null })
            return;
        foreach (var index in stated.Used)
            text.Marks.Use(index, index + 1, "people.word");
        foreach (var number in people)
            text.Marks.Use(number.From, number.To + (PeopleWords.IsPeople(text.At(number.To)) ? 1 : 0), "people");
        if (Headcounts.Contradiction(stated.Total, stated.Women, stated.Men, stated.Youth) is { } contradiction)
            problems.Add(contradiction);
        var count = new Headcount(stated.Total, stated.Women, stated.Men, stated.Youth, stated.Approximate);
        slots[HeadcountQuestion.Participants] = new HeadcountAnswer(problems.Count == 0 || stated.Total is null ? count.Derived() : count);
    }

    // "50 invites", "40 personnes attendues".
    private static bool IsExpected(ReportText text, NumberSpan number) => Expected.Contains(text.At(number.To))
        || PeopleWords.Of(text.At(number.To)) is PeopleGroup.Everybody && (Expected.Contains(text.At(number.To + 1)) || text.At(number.To + 1) is "etaient" && Expected.Contains(text.At(number.To + 2)));

    private static bool HasNobody(ReportText text)
    {
        for (var i = 0; i < text.Words.Count; i++)
            if (text.At(i) is "aucune" && text.At(i + 1) is "femme")
                return true;
        return false;
    }

    // "entre 30 et 40 personnes", "30-35 personnes", "20 ou 25".
    private static bool IsRangeEnd(ReportText text, NumberSpan number, List<NumberSpan> all)
    {
        var joint = text.At(number.From - 1);
        var isRange = joint is "ou" or "a" or "-" || joint is "et" && text.Words.Any(w => w.Fold == "entre");
        return isRange && all.Exists(o => o.To == number.From - 1) && PeopleWords.Of(text.At(number.To)) is PeopleGroup.Everybody && PeopleWords.Of(text.At(number.From - 3)) is null;
    }

    private static bool CountsPeople(ReportText text, NumberSpan number, List<NumberSpan> all)
    {
        var next = text.At(number.To);
        if (number.To - number.From == 1 && text.At(number.From) is "un" or "une" && PeopleWords.Of(next) is null or PeopleGroup.Everybody)
            return false;
        if (PeopleWords.IsPeople(next) || PeopleWords.Among.Contains(next) && text.At(number.From - 1) != "sur")
            return true;
        if (next is "etant" or "sont" or "etaient" && (PeopleWords.IsPeople(text.At(number.To + 1)) || PeopleWords.IsPeople(text.At(number.To + 2))))
            return true;
        if (next is "nouveaux" or "nouvelles" or "autres" or "de" or "d" && (number.Approximate || next is not ("de" or "d")) && PeopleWords.IsPeople(text.At(number.To + 1)))
            return true;
        var previous = text.At(number.From - 1);
        var before = previous is ":" or "=" || previous is "de" or "d" && (PeopleWords.Total.Contains(text.At(number.From - 2)) || PeopleWords.Of(text.At(number.From - 2)) is PeopleGroup.Women or PeopleGroup.Men) ? text.At(number.From - 2) : previous;
        if (PeopleWords.Among.Contains(previous) || PeopleWords.Of(before) is not null || PeopleWords.Total.Contains(before) && before.Length > 2)
            return true;
        if ((previous is "etait" or "etions" or "etaient" or "etai" or "sommes" || previous is "ete" && text.At(number.From - 2) is "on" or "a" or "avons") && next is not ("minutes" or "h"))
            return true;
        if (next is "(" or ":" && all.Exists(o => o.From == number.To + 1 && PeopleWords.IsPeople(text.At(o.To))))
            return true;
        if (next is "au" or "en" && text.At(number.To + 1) is "total" or "tout" or "tot")
            return true;
        if (next is "ont" && text.At(number.To + 1) is "participe" or "assiste" or "repondu" or "pris")
            return true;
        return previous == "/" && all.Exists(o => o.To == number.From - 1 && PeopleWords.Of(text.At(o.From - 1)) is not null) || text.Corrected.ContainsKey(number.From);
    }
}
