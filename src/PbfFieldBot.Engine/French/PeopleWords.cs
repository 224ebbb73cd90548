namespace PbfFieldBot.Engine.French;

/// <summary>Which people a word names.</summary>
internal enum PeopleGroup
{
    Women,
    Men,
    Youth,
    Everybody,
}

/// <summary>The words for people, by sex and age (personnes.fr.yaml).</summary>
internal static class PeopleWords
{
    private const int ShortestTypo = 6;
    private static readonly WordList Lexicon = WordList.Load("personnes.fr.yaml");
    private static readonly LongWords LongPeople = new(Lexicon.Group("generic"), ShortestTypo + 2);
    private static readonly Dictionary<string, PeopleGroup> Groups = Named();

    public static WordList Words => Lexicon;

    public static HashSet<string> Total { get; } = Lexicon.Group("total");

    public static HashSet<string> Among { get; } = Lexicon.Group("among");

    /// <summary>Words for people that name no role: participants, personnes.</summary>
    public static HashSet<string> Generic { get; } = Lexicon.Group("generic");

    /// <summary>Words for people who were not there: absents, invites.</summary>
    public static HashSet<string> Absent { get; } = Lexicon.Group("absent");

    /// <summary>Words for people who lead or serve an activity: animateurs, formateurs.</summary>
    public static HashSet<string> Helpers { get; } = Lexicon.Group("helpers");

    public static HashSet<string> Only { get; } = Lexicon.Group("only");

    /// <summary>The people that a word names; null when it names none.</summary>
    public static PeopleGroup? Of(string word)
    {
        if (Groups.TryGetValue(word, out var group))
            return group;
        if (word.Length < 3 || word[0] is not ('f' or 'h' or 'j' or 'p' or 'b' or 'm'))
            return null;
        return IsTypoOf(word, 'f') ? PeopleGroup.Women
            : IsTypoOf(word, 'h') ? PeopleGroup.Men
            : IsTypoOfEverybody(word) || word.Length > ShortestTypo && LongPeople.Meant(word) is not null ? PeopleGroup.Everybody : Abbreviated(word);
    }

    public static bool IsPeople(string word) => Of(word) is not null;

    // "fmes", "prsnes", "prtcpts": consonants, at most one vowel.
    private static PeopleGroup? Abbreviated(string word)
    {
        if (word.Length is < 3 or > 9 || IsVowel(word[1]) || word.TrimEnd('s').TrimEnd('e').Count(IsVowel) > 1)
            return null;
        var bones = string.Concat(word.Where((c, i) => !IsVowel(c) && (i == 0 || c != word[i - 1]))).TrimEnd('s');
        return bones switch
        {
            "fm" => PeopleGroup.Women,
            "hm" => PeopleGroup.Men,
            "jn" => PeopleGroup.Youth,
            "prsn" or "prsnt" or "prtcpnt" or "prtcpt" or "ptcpt" or "mbr" => PeopleGroup.Everybody,
            _ => null,
        };
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static Dictionary<string, PeopleGroup> Named()
    {
        var groups = new Dictionary<string, PeopleGroup>(StringComparer.Ordinal);
        foreach (var (name, group) in new[] { ("women", PeopleGroup.Women), ("men", PeopleGroup.Men), ("youth", PeopleGroup.Youth), ("people", PeopleGroup.Everybody) })
            foreach (var word in Lexicon.Group(name))
                groups.TryAdd(word, group);
        (groups["\u2640"], groups["\u2642"]) = (PeopleGroup.Women, PeopleGroup.Men);
        return groups;
    }

    // "fammes", "femmmes", "hommmes": f or h, vowels, one or more m, then at most "es".
    private static bool IsTypoOf(string word, char first)
    {
        if (word[0] != first)
            return false;
        var stem = word.AsSpan().TrimEnd('s').TrimEnd('e');
        return word.Length is >= 4 and <= 8 && stem.Length > 2 && stem[0] == first && stem[^1] == 'm' && stem[1..].Trim('m').IndexOfAnyExcept("aeio") < 0;
    }

    private static bool IsTypoOfEverybody(string word) =>
        word.StartsWith("perss", StringComparison.Ordinal) || word.Length >= ShortestTypo && (word.StartsWith("perso", StringComparison.Ordinal) || word.StartsWith("particip", StringComparison.Ordinal) && !word.StartsWith("participati", StringComparison.Ordinal) || word.StartsWith("benefic", StringComparison.Ordinal));
}
