namespace PbfFieldBot.Engine.French;

/// <summary>Long words that are still known with one slip, their first letter right: "cinqante", "sensiblisation".</summary>
internal sealed class LongWords
{
    private const int Letters = 26;
    private readonly string[][] byLetter;

    public LongWords(IEnumerable<string> words, int shortest)
    {
        var all = words.Where(w => w.Length >= shortest && w[0] is >= 'a' and <= 'z').ToList();
        byLetter = [.. Enumerable.Range(0, Letters).Select(i => all.Where(w => w[0] - 'a' == i).ToArray())];
    }

    /// <summary>The known word that is meant; null when none is within one slip.</summary>
    public string? Meant(string typed)
    {
        if (typed[0] is < 'a' or > 'z')
            return null;
        foreach (var known in byLetter[typed[0] - 'a'])
            if (Spelling.OneSlip(known, typed))
                return known;
        return null;
    }
}
