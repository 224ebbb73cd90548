namespace PbfFieldBot.Engine.French;

/// <summary>Long words that are still known with one slip, their first letter right ("cinqante", "sensiblisation"), or by their sound ("septanbre").</summary>
internal sealed class LongWords
{
    private const int Letters = 26;
    private const int ShortestSound = 4;
    private const int LongestTyped = 16;
    private readonly string[][] byLetter;
    private readonly Dictionary<string, string> bySound = new(StringComparer.Ordinal);
    private readonly bool[] firstLetters = new bool[Letters];

    public LongWords(IEnumerable<string> words, int shortest)
    {
        var all = words.Where(w => w.Length >= shortest && w[0] is >= 'a' and <= 'z').ToList();
        byLetter = [.. Enumerable.Range(0, Letters).Select(i => all.Where(w => w[0] - 'a' == i).ToArray())];
        foreach (var word in all)
            if (FrenchEar.Of(word) is { Length: >= ShortestSound } sound)
                bySound.TryAdd(sound, word);
        for (var i = 0; i < Letters; i++)
            firstLetters[i] = bySound.Keys.Any(s => FrenchEar.Of(((char)('a' + i)).ToString() + "e")[0] == s[0] || FrenchEar.Of(((char)('a' + i)).ToString() + "a")[0] == s[0]);
    }

    /// <summary>The known word that is meant; null when none is within one slip or sounds the same.</summary>
    public string? Meant(string typed)
    {
        if (typed[0] is < 'a' or > 'z')
            return null;
        foreach (var known in byLetter[typed[0] - 'a'])
            if (Spelling.OneSlip(known, typed))
                return known;
        return firstLetters[typed[0] - 'a'] && typed.Length is > ShortestSound and <= LongestTyped ? bySound.GetValueOrDefault(FrenchEar.Of(typed)) : null;
    }
}
