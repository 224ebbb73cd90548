using System.Collections.Concurrent;

namespace PbfFieldBot.Engine.French;

/// <summary>The words of dates (dates.fr.yaml): months, weekdays, what is relative to today.</summary>
internal static class DateWords
{
    private const int ShortestTypo = 5;
    private const int ShortestKnown = 6;
    private static readonly Dictionary<string, int> Months = Lexicon().Map("months");
    private static readonly Dictionary<string, int> Weekdays = Lexicon().Map("weekdays");
    private static readonly ILookup<char, string> LongMonths = Long(Months);
    private static readonly ILookup<char, string> LongWeekdays = Long(Weekdays);

    // Most words begin no expression at all: one look instead of four joins.
    private static readonly ConcurrentDictionary<HashSet<string>, HashSet<string>> FirstWords = new(ReferenceEqualityComparer.Instance);

    public static WordList All { get; } = Lexicon();

    /// <summary>The month (1 to 12) that a word names; null when it names none.</summary>
    public static int? Month(string word) => Named(Months, LongMonths, word);

    /// <summary>The weekday (1 Monday to 7 Sunday) that a word names; null when it names none.</summary>
    public static int? Weekday(string word) => Named(Weekdays, LongWeekdays, word);

    /// <summary>How many words of a group's expression stand at an index; 0 when none does. The longest wins.</summary>
    public static int Length(HashSet<string> group, Words words, int at)
    {
        const int longest = 4;
        if (!FirstWords.GetOrAdd(group, FirstWordsOf).Contains(words.At(at)))
            return 0;
        for (var length = Math.Min(longest, words.Count - at); length > 0; length--)
            if (group.Contains(Joined(words, at, length)))
                return length;
        return 0;
    }

    /// <summary>Some words joined by blanks, hyphens left out ("avant-hier" is "avant hier").</summary>
    public static string Joined(Words words, int at, int length) =>
        length == 1 ? words.At(at) : string.Join(' ', Enumerable.Range(at, length).Select(words.At).Where(w => w != "-"));

    private static HashSet<string> FirstWordsOf(HashSet<string> group) => group.Select(p => p.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);

    private static int? Named(Dictionary<string, int> names, ILookup<char, string> longNames, string word)
    {
        if (names.TryGetValue(word, out var number))
            return number;
        if (word.Length < ShortestTypo)
            return null;
        foreach (var name in longNames[word[0]])
            if (Spelling.OneSlip(name, word))
                return names[name];
        return null;
    }

    private static ILookup<char, string> Long(Dictionary<string, int> names) => names.Keys.Where(n => n.Length >= ShortestKnown).ToLookup(n => n[0]);

    private static WordList Lexicon() => WordList.Load("dates.fr.yaml");
}
