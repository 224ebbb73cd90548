namespace PbfFieldBot.Engine.French;

/// <summary>The words of dates (dates.fr.yaml): months, weekdays, what is relative to today.</summary>
internal static class DateWords
{
    private const int ShortestTypo = 5;
    private const int ShortestKnown = 6;
    private static readonly Dictionary<string, int> Months = Lexicon().Map("months");
    private static readonly Dictionary<string, int> Weekdays = Lexicon().Map("weekdays");
    private static readonly LongWords LongMonths = new(Months.Keys, ShortestKnown);
    private static readonly LongWords LongWeekdays = new(Weekdays.Keys, ShortestKnown);

    private static readonly HashSet<string> NotMonths = Lexicon().Group("not_months");

    public static WordList All { get; } = Lexicon();

    /// <summary>The month (1 to 12) that a word names; null when it names none.</summary>
    public static int? Month(string word) => NotMonths.Contains(word) ? null : Named(Months, LongMonths, word);

    /// <summary>The weekday (1 Monday to 7 Sunday) that a word names; null when it names none.</summary>
    public static int? Weekday(string word) => Named(Weekdays, LongWeekdays, word);

    /// <summary>How many words of a group's expression stand at an index; 0 when none does. The longest wins.</summary>
    public static int Length(WordSet group, Words words, int at)
    {
        const int longest = 5;
        if (!group.FirstWords.Contains(words.At(at)))
            return 0;
        for (var length = Math.Min(longest, words.Count - at); length > 0; length--)
            if (group.Contains(Joined(words, at, length)))
                return length;
        return 0;
    }

    /// <summary>Some words joined by blanks, hyphens left out ("avant-hier" is "avant hier").</summary>
    public static string Joined(Words words, int at, int length)
    {
        if (length == 1)
            return words.At(at);
        var joined = words.At(at);
        for (var i = at + 1; i < at + length; i++)
            if (words.At(i) != "-")
                joined += " " + words.At(i);
        return joined;
    }

    private static int? Named(Dictionary<string, int> names, LongWords longNames, string word)
    {
        if (names.TryGetValue(word, out var number))
            return number;
        if (word.Length < ShortestTypo)
            return null;
        return longNames.Meant(word) is { } name ? names[name] : null;
    }

    private static WordList Lexicon() => WordList.Load("dates.fr.yaml");
}
