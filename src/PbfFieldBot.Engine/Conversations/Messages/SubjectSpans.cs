using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>Finds the subject of an activity: what follows "sur", "theme", "autour de" up to a sign, a date, a place or a verb.</summary>
internal static class SubjectSpans
{
    private static readonly HashSet<string> Heads = MessageLexicon.Group("subject");
    private static readonly HashSet<string> Ends = MessageLexicon.Group("subject_end");
    private static readonly HashSet<string> NoSubject = MessageLexicon.Group("no_subject");
    private const int LongestSubject = 16;

    /// <summary>The subjects of a text: the words after the head, without articles at the beginning.</summary>
    public static List<(int From, int To)> In(MessageText text)
    {
        var words = text.Words;
        var spans = new List<(int, int)>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!Heads.Contains(words.At(i)) && !IsAgenda(words, i) || words.At(i) == "sur" && (FollowsCount(words, i) || IsWhere(words, SkipArticles(words, i + 1))))
                continue;
            var from = SkipArticles(words, IsAgenda(words, i) ? i + 3 : i + 1);
            var to = EndOf(text, from);
            if (to > from)
                spans.Add((from, to));
            i = Math.Max(i, to - 1);
        }

        return spans;
    }

    private static bool IsAgenda(Words words, int at) => words.At(at) == "ordre" && words.At(at + 1) == "du" && words.At(at + 2) == "jour";

    /// <summary>Where a span of free words ends that begins at a word.</summary>
    public static int EndOf(MessageText text, int from)
    {
        var words = text.Words;
        var at = from;
        for (; at < words.Count && at - from < LongestSubject; at++)
        {
            var word = words.At(at);
            if (words[at].Kind == WordKind.LineEnd || words[at].Kind == WordKind.Sign && word is not ("-" or "%") || IsLooseDash(words, at))
                break;
            if (words[at].Kind == WordKind.Digits && !(words.At(at - 1) == "-" && at > from))
                break;
            if (at > from && Ends.Contains(word) && !IsInside(words, at))
                break;
            if (at > from && (PeopleWords.Of(word) is not null && words.At(at).Length > 2 && words[at - 1].Kind == WordKind.Digits || text.SaidAt(Saying.Language, at) && !IsInside(words, at)))
                break;
        }

        while (at > from && words.At(at - 1) is "de" or "du" or "a" or "le" or "la" or "en" or "et" or "l" or "d" or "des" or "les" or "au" or "-" or "s" or "c")
            at--;
        return at;
    }

    // "sur le genre - Bamako" ends; "sous-prefet" does not.
    private static bool IsLooseDash(Words words, int at) => words.At(at) == "-" && words[at].Loose && at + 1 < words.Count && words[at + 1].Loose;

    public static int SkipArticles(Words words, int at)
    {
        while (words.At(at) is ":" or "=" or "-" or "le" or "la" or "les" or "l" or "des" or "du" or "de" or "d" or "un" or "une" or "sur" or "nos" or "notre" or "a" or "au" or "aux")
            at++;
        return at;
    }

    // "sur la radio", "sur le terrain", "sur invitation" say where or how, not about what.
    private static bool IsWhere(Words words, int at) => NoSubject.Contains(words.At(at));

    // "sur 16 presents" counts people.
    private static bool FollowsCount(Words words, int at) => NumberGrammar.At(words, at + 1) is not null;

    // "pour la paix", "lutte contre", "dans le respect", "a l'information": small words go on a subject when no date or place follows them.
    private static bool IsInside(Words words, int at) => words.At(at) switch
    {
        "en" or "dans" or "par" or "chez" or "pour" or "le" => words.At(at + 1) is "matiere" or "temps" or "place" or "oeuvre" or "cas" or "respect" or "dialogue" or "vivre" or "genre" or "paix" or "femmes" or "la" or "les",
        "au" or "aux" => !PlaceWords.IsLevel(words.At(at + 1)) && !PlaceWords.IsBuilding(words.At(at + 1)) && words.At(at + 1) is not ("total" or "nombre" or "niveau"),
        "a" => words.At(at + 1) is "la" or "l" && !PlaceWords.IsLevel(words.At(at + 2)) && !PlaceWords.IsBuilding(words.At(at + 2)),
        "c" or "s" or "j" => false,
        _ => false,
    };
}
