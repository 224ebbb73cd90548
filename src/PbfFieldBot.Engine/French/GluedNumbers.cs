namespace PbfFieldBot.Engine.French;

/// <summary>Number words typed without a blank: "vingtcinq", "quatrevingtdix".</summary>
internal static class GluedNumbers
{
    private const int Shortest = 6;
    private const string Joint = "et";
    private static readonly string[] Pieces = [.. NumberGrammar.NumberWords.Append(Joint).OrderByDescending(w => w.Length)];
    private static readonly HashSet<char> FirstLetters = [.. NumberGrammar.NumberWords.Select(w => w[0])];

    /// <summary>Where a word must be cut into number words; null when it is not made of two or more.</summary>
    public static IReadOnlyList<int>? Cuts(string word)
    {
        if (word.Length < Shortest || !FirstLetters.Contains(word[0]))
            return null;
        var cuts = new List<int>();
        return Cut(word, 0, cuts) && cuts.Count > 0 ? cuts : null;
    }

    private static bool Cut(string word, int at, List<int> cuts)
    {
        foreach (var piece in Pieces)
        {
            var end = at + piece.Length;
            if (piece == Joint && (at == 0 || end == word.Length) || string.CompareOrdinal(word, at, piece, 0, piece.Length) != 0)
                continue;
            if (end == word.Length)
                return true;
            cuts.Add(end);
            if (Cut(word, end, cuts))
                return true;
            cuts.RemoveAt(cuts.Count - 1);
        }

        return false;
    }
}
