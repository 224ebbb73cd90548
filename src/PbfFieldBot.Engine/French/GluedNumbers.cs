namespace PbfFieldBot.Engine.French;

/// <summary>Number words typed without a blank: "vingtcinq", "quatrevingtdix".</summary>
internal static class GluedNumbers
{
    private const int Shortest = 6;
    private const int Longest = 64;
    private const string Joint = "et";
    private const int Letters = 26;
    private static readonly string[][] PiecesByLetter = [.. Enumerable.Range(0, Letters).Select(i => NumberWords.Spelled.Append(Joint).Where(w => w[0] - 'a' == i).OrderByDescending(w => w.Length).ToArray())];

    // One look at two letters passes over most words.
    private static readonly bool[] Beginnings = [.. Enumerable.Range(0, Letters * Letters).Select(i => PiecesByLetter[i / Letters].Any(p => p[1] - 'a' == i % Letters && p != Joint))];

    /// <summary>Where a word must be cut into number words; null when it is not made of two or more.</summary>
    public static IReadOnlyList<int>? Cuts(string word)
    {
        if (word.Length is < Shortest or > Longest || !char.IsAsciiLetterLower(word[0]) || !char.IsAsciiLetterLower(word[1]) || !Beginnings[((word[0] - 'a') * Letters) + word[1] - 'a'])
            return null;
        List<int>? cuts = null;
        return Cut(word, 0, ref cuts) ? cuts : null;
    }

    private static bool Cut(string word, int at, ref List<int>? cuts)
    {
        if (!char.IsAsciiLetterLower(word[at]) || at + 1 == word.Length)
            return false;
        foreach (var piece in PiecesByLetter[word[at] - 'a'])
        {
            var end = at + piece.Length;
            if (end > word.Length || word[at + 1] != piece[1] || !word.AsSpan(at, piece.Length).SequenceEqual(piece) || piece == Joint && (at == 0 || end == word.Length))
                continue;
            if (end < word.Length && !Cut(word, end, ref cuts))
                continue;
            if (at > 0)
                (cuts ??= []).Insert(0, at);
            return true;
        }

        return false;
    }
}
