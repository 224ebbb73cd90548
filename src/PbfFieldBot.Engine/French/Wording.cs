namespace PbfFieldBot.Engine.French;

/// <summary>Whether two wordings say the same: by the words that carry meaning, whatever their order, endings and small slips.</summary>
public static class Wording
{
    private const int Stem = 5;
    private const int ShortestWord = 3;
    private const int FewestWords = 2;
    private const double InCommon = 0.6;
    private static readonly HashSet<string> Small = new(["les", "des", "une", "aux", "par", "pour", "dans", "sur", "avec", "son", "ses", "ces", "leur", "leurs", "est", "ont", "ete", "qui", "que", "entre", "mise", "mettre", "place", "oeuvre", "recommandation", "faire", "plus"], StringComparer.Ordinal);

    /// <summary>True when most words of the shorter wording stand in the other one.</summary>
    public static bool IsSame(string one, string other)
    {
        var (a, b) = (WordsOf(one), WordsOf(other));
        var (shorter, longer) = a.Count <= b.Count ? (a, b) : (b, a);
        if (shorter.Count < FewestWords)
            return Folding.Fold(one) == Folding.Fold(other);
        var common = shorter.Count(w => longer.Any(l => IsSameWord(w, l)));
        return common >= FewestWords && common >= InCommon * ((shorter.Count + longer.Count) / 2.0);
    }

    /// <summary>True when two folded names are equal but for one slip of the finger.</summary>
    public static bool IsSameName(string one, string other) => one == other || one.Length > Stem && other.Length > Stem && EditDistance.Of(one, other, 1) <= 1;

    private static bool IsSameWord(string a, string b) => a.Length >= Stem && b.Length >= Stem ? a[..Stem] == b[..Stem] || Spelling.OneSlip(a, b) : a == b;

    private static List<string> WordsOf(string text) => [.. Folding.Fold(text).Split(' ').Where(w => w.Length >= ShortestWord && !Small.Contains(w)).Distinct()];
}
