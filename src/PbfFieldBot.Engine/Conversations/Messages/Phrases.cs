using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>Some wordings with one name, of one family.</summary>
internal sealed record PhraseGroup(int Family, string Name, IEnumerable<string> Wordings);

/// <summary>Wordings of some families, found by their first word; small words between the words of one are passed over.</summary>
internal sealed class Phrases
{
    private const int ShortestTypo = 7;

    // Between two words of one wording.
    private const int MostSmallWords = 4;
    private static readonly List<Cue> None = [];
    private readonly HashSet<string> small;
    private readonly Dictionary<string, List<Phrase>> byFirst = new(StringComparer.Ordinal);
    private readonly LongWords? longWords;
    private readonly int families;

    /// <param name="small">Words that may stand between the words of a wording.</param>
    /// <param name="groups">The wordings.</param>
    /// <param name="tolerant">True when one slip in a long word, or an article stuck to it, does not hide a wording.</param>
    public Phrases(HashSet<string> small, IReadOnlyList<PhraseGroup> groups, bool tolerant)
    {
        this.small = small;
        families = groups.Max(g => g.Family) + 1;
        foreach (var group in groups)
            foreach (var wording in group.Wordings)
            {
                var all = wording.Split(' ');
                var words = all.Where((w, i) => i == 0 || !small.Contains(w)).ToArray();
                if (!byFirst.TryGetValue(words[0], out var list))
                    byFirst[words[0]] = list = [];
                list.Add(new Phrase(group.Family, group.Name, words));
            }

        foreach (var list in byFirst.Values)
            list.Sort((a, b) => b.Words.Length - a.Words.Length);
        if (tolerant)
            longWords = new LongWords(byFirst.Keys, ShortestTypo);
    }

    private readonly record struct Phrase(int Family, string Name, string[] Words);

    /// <summary>The longest wording that begins at a word; null when none does.</summary>
    public Cue? At(Words words, int at)
    {
        if (at < 0 || at >= words.Count || words[at].Kind != WordKind.Letters || ListOf(words.At(at)) is not { } list)
            return null;
        foreach (var phrase in list)
            if (End(words, at, phrase.Words) is { } end)
                return new Cue(phrase.Name, at, end);
        return null;
    }

    /// <summary>All wordings of a text in order, by family; those of one family do not overlap.</summary>
    public List<Cue>[] In(Words words)
    {
        var found = new List<Cue>[families];
        Array.Fill(found, None);
        Span<int> next = stackalloc int[families];
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Kind != WordKind.Letters || ListOf(words.At(i)) is not { } list)
                continue;
            foreach (var (family, name, phrase) in list)
            {
                if (next[family] > i || End(words, i, phrase) is not { } end)
                    continue;
                if (found[family].Count == 0)
                    found[family] = [];
                found[family].Add(new Cue(name, i, end));
                next[family] = end;
            }
        }

        return found;
    }

    private List<Phrase>? ListOf(string word)
    {
        if (byFirst.TryGetValue(word, out var list))
            return list;
        if (longWords is null || word.Length < ShortestTypo - 1 || PeopleWords.IsPeople(word))
            return null;
        if (word[0] is 'l' or 'd' && word[1] is 'a' or 'e' or 'i' or 'o' or 'u' && byFirst.TryGetValue(word[1..], out list))
            return list;
        return longWords.Meant(word) is { } known ? byFirst[known] : null;
    }

    private int? End(Words words, int at, string[] phrase)
    {
        var i = at + 1;
        foreach (var word in phrase.AsSpan(1))
        {
            for (var most = i + MostSmallWords; i < most && !Same(words.At(i), word) && (words.At(i) == "-" && !words[i].Loose || small.Contains(words.At(i)) || i < words.Count && words[i].Kind == WordKind.Digits && small.Contains(words.At(i - 1))); i++)
                continue;
            if (!Same(words.At(i), word))
                return null;
            i++;
        }

        return i;
    }

    private bool Same(string typed, string word) => typed == word
        || longWords is not null && word.Length >= ShortestTypo && typed.Length >= ShortestTypo - 1 && typed[0] == word[0] && Spelling.OneSlip(word, typed);
}
