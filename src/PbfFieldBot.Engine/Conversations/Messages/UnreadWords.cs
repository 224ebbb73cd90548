using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>What carried a number or a name and was used nowhere: shown back, so that nothing is dropped in silence.</summary>
internal static class UnreadWords
{
    private static readonly HashSet<string> Small = MessageLexicon.Group("small");

    /// <summary>Each number with the word that it counts, and names after a word that leads to a place.</summary>
    public static IEnumerable<string> In(ReportText text)
    {
        for (var i = 0; i < text.Words.Count; i++)
        {
            if (text.Marks.IsUsed(i))
                continue;
            var end = text.Words[i].Kind == WordKind.Digits ? EndOfNumber(text, i) : IsUnknownName(text, i) ? EndOfName(text.Words, i) : i;
            if (end == i)
                continue;
            yield return text.Words.Original(i, end);
            i = end - 1;
        }
    }

    private static int EndOfNumber(ReportText text, int from)
    {
        var words = text.Words;
        var to = from + 1;
        while (to < words.Count && (words[to].Kind == WordKind.Digits || !words[to].Loose && words[to].Kind == WordKind.Letters))
            to++;
        var counted = to < words.Count && words[to].Kind == WordKind.Letters && words[to].Loose && words[to - 1].Kind == WordKind.Digits && words.At(to).Length > 1
            && !Small.Contains(words.At(to)) && !PeopleWords.Among.Contains(words.At(to)) && words.At(to) is not ("avec" or "par" or "pour" or "ou");
        return counted ? to + 1 : to;
    }

    // "a Sobane-Da": a capital after a word of place, and no place that we know.
    private static bool IsUnknownName(ReportText text, int at) => text.Words[at].Kind == WordKind.Letters && !text.Marks.IsAside(at)
        && (text.At(at - 1) is "a" || text.At(at - 1) is "de" && PlaceWords.IsLevel(text.At(at - 2)))
        && char.IsUpper(text.Words.Original(at, at + 1)[0]) && text.At(at).Length > 2 && text.Words.Any(w => w.Kind == WordKind.Letters)
        && text.Words.Original(at, at + 1).Any(char.IsLower);

    private static int EndOfName(Words words, int from)
    {
        var to = from + 1;
        while (words.At(to) == "-" && to + 1 < words.Count && !words[to + 1].Loose)
            to += 2;
        return to;
    }
}
