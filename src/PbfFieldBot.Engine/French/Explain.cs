namespace PbfFieldBot.Engine.French;

/// <summary>Explains the readings of single answers: the numbers, dates and places that were found.</summary>
public static class Explain
{
    /// <summary>The numbers of an answer and the people each may count.</summary>
    public static IReadOnlyList<TracedWords> Count(string text)
    {
        var words = French.Words.Of(text);
        var numbers = NumberObstacles.Numbers(words);
        var people = BesideThings.PeopleOnly(words, numbers);
        var found = numbers.Select(n => new TracedWords(words.Original(n.From, n.To), RuleOf(words, n, people.Contains(n)), n.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))).ToList();
        return SelfCorrection.Rewritten(words, numbers) is { } right ? [new TracedWords(text, "correction", right), .. found] : found;
    }

    /// <summary>The dates of an answer.</summary>
    public static IReadOnlyList<TracedWords> Date(string text, DateOnly reference)
    {
        var words = French.Words.Of(text);
        return [.. FrenchDates.Scan(words, reference).Select(d => new TracedWords(words.Original(d.From, d.To), d.Weak ? "date.bare_day" : d.Reject is null ? "date" : "date." + d.Reject, Iso(d.Date)))];
    }

    /// <summary>The places of an answer, by the letter or by the ear.</summary>
    public static IReadOnlyList<TracedWords> Place(string text, PlaceNames places)
    {
        var words = French.Words.Of(text);
        return [.. places.Scan(words, null, alsoNear: true).Select(p => new TracedWords(words.Original(p.From, p.To), p.Exact ? "place.spelt" : "place.heard", string.Join(';', p.Places.Select(c => c.PCode ?? c.Name))))];
    }

    internal static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static string RuleOf(Words words, NumberSpan number, bool counts) => !counts ? "aside"
        : (PeopleWords.Of(words.At(number.To)) ?? PeopleWords.Of(words.At(number.From - 1))) is { } group ? "number." + group.ToString().ToLowerInvariant() : "number";
}
