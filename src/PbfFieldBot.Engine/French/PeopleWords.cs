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
    private static readonly HashSet<string> Women = Lexicon.Group("women");
    private static readonly HashSet<string> Men = Lexicon.Group("men");
    private static readonly HashSet<string> Youth = Lexicon.Group("youth");
    private static readonly HashSet<string> Everybody = Lexicon.Group("people");

    public static HashSet<string> Total { get; } = Lexicon.Group("total");

    public static HashSet<string> Among { get; } = Lexicon.Group("among");

    /// <summary>Words for people that name no role: participants, personnes.</summary>
    public static HashSet<string> Generic { get; } = Lexicon.Group("generic");

    public static HashSet<string> Only { get; } = Lexicon.Group("only");

    /// <summary>The people that a word names; null when it names none.</summary>
    public static PeopleGroup? Of(string word)
    {
        if (Women.Contains(word) || IsTypoOf(word, 'f'))
            return PeopleGroup.Women;
        if (Men.Contains(word) || IsTypoOf(word, 'h'))
            return PeopleGroup.Men;
        if (Youth.Contains(word))
            return PeopleGroup.Youth;
        return Everybody.Contains(word) || IsTypoOfEverybody(word) ? PeopleGroup.Everybody : null;
    }

    public static bool IsPeople(string word) => Of(word) is not null;

    // "fammes", "femmmes", "hommmes": f or h, vowels, one or more m, then at most "es".
    private static bool IsTypoOf(string word, char first)
    {
        var stem = word.AsSpan().TrimEnd('s').TrimEnd('e');
        return word.Length is >= 4 and <= 8 && stem.Length > 2 && stem[0] == first && stem[^1] == 'm' && stem[1..].Trim('m').IndexOfAnyExcept("aeiou") < 0;
    }

    private static bool IsTypoOfEverybody(string word) =>
        word.Length >= ShortestTypo && (word.StartsWith("perso", StringComparison.Ordinal) || word.StartsWith("persso", StringComparison.Ordinal) || word.StartsWith("particip", StringComparison.Ordinal) && !word.StartsWith("participati", StringComparison.Ordinal) || word.StartsWith("benefic", StringComparison.Ordinal));
}
