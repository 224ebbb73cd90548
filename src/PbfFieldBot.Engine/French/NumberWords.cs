namespace PbfFieldBot.Engine.French;

/// <summary>The words of numbers (nombres.fr.yaml): units, tens, hundred, thousand, million, with the slips that are usual.</summary>
internal static class NumberWords
{
    private const int ShortestTypo = 5;
    private const string About = "aine";
    private static readonly WordList Lexicon = WordList.Load("nombres.fr.yaml");
    private static readonly Dictionary<string, int> Units = Lexicon.Map("units");
    private static readonly Dictionary<string, int> Tens = Lexicon.Map("tens");
    private static readonly Dictionary<string, int> Collectives = Lexicon.Map("collective");
    private static readonly LongWords LongNumbers = new(Units.Keys.Concat(Tens.Keys), ShortestTypo + 1);

    public static WordList All => Lexicon;

    public static Dictionary<string, int> WideTens { get; } = Lexicon.Map("wide_tens");

    public static HashSet<string> Hundred { get; } = Lexicon.Group("hundred");

    public static HashSet<string> Thousand { get; } = Lexicon.Group("thousand");

    public static HashSet<string> Million { get; } = Lexicon.Group("million");

    /// <summary>The words that numbers are written with, collectives left out.</summary>
    public static IEnumerable<string> Spelled => [.. Units.Keys, .. Tens.Keys, .. WideTens.Keys, .. Hundred, .. Thousand];

    /// <summary>True for a word below a million.</summary>
    public static bool Is(string word) => Unit(word) is not null || Tens.ContainsKey(word) || WideTens.ContainsKey(word) || Hundred.Contains(word) || Thousand.Contains(word);

    /// <summary>0 to 16; null for another word.</summary>
    public static int? Unit(string word) => Of(Units, word);

    /// <summary>20 to 60; null for another word.</summary>
    public static int? Ten(string word) => Of(Tens, word);

    /// <summary>10 for "dizaine", 30 for "trentaine" and "trantaine"; null for another word.</summary>
    public static int? Collective(string word)
    {
        if (Collectives.TryGetValue(word, out var known))
            return known;
        var one = word.EndsWith('s') ? word[..^1] : word;
        return one.Length > About.Length + 2 && one.EndsWith(About, StringComparison.Ordinal) && one[..^About.Length] is var stem && (Unit(stem + "e") ?? Ten(stem + "e") ?? Unit(stem) ?? Ten(stem)) is { } number && Collectives.ContainsValue(number) ? number : null;
    }

    /// <summary>The number word that is meant by one slip in a long word, its first letter right: "cinqante", "quatorz".</summary>
    public static string? Typo(string word) => word.Length < ShortestTypo ? null : LongNumbers.Meant(word);

    private static int? Of(Dictionary<string, int> words, string word)
    {
        if (words.TryGetValue(word, out var number))
            return number;
        return Typo(word) is { } meant && words.TryGetValue(meant, out number) ? number : null;
    }
}
