using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>What the forms of the verbs say: a future, a condition, an order, a question by inversion, a denial. Endings, no list of verbs.</summary>
internal static class MessageMood
{
    private const int ShortestFuture = 7;
    private const int ShortestConditional = 6;
    private const int WordsToDenial = 10;
    private static readonly HashSet<string> NoFuture = MessageLexicon.Group("no_future");
    private static readonly HashSet<string> NoOrder = MessageLexicon.Group("no_order");
    private static readonly HashSet<string> Done = MessageLexicon.Group("done");

    /// <summary>"va faire", "allons organiser"; "organiserons", "tiendra".</summary>
    public static bool IsFuture(Words words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words.At(i);
            if (word.Length >= ShortestFuture && IsFuture(word) && !NoFuture.Contains(word))
                return true;
            if (word is "va" or "vais" or "vas" or "allons" or "allez" or "vont" && (IsInfinitive(words.At(i + 1)) || words.At(i + 1).Length <= 3 && IsInfinitive(words.At(i + 2))))
                return true;
        }

        return false;
    }

    /// <summary>"si on avait les moyens", "on ferait", "nous devrions".</summary>
    public static bool IsHypothesis(Words words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words.At(i) == "si" && words.At(i + 1) is "on" or "nous" or "vous" or "je" or "j" or "tu" or "il" or "ils" or "elle" or "elles" or "le" or "la" or "les" or "l" or "dieu" or "c")
                return true;
            if (words.At(i).Length >= ShortestConditional && IsConditional(words.At(i)) && !NoFuture.Contains(words.At(i)))
                return true;
        }

        return false;
    }

    /// <summary>"envoyez moi", "dites nous", "supprimez".</summary>
    public static bool IsOrder(Words words)
    {
        for (var i = 0; i < words.Count; i++)
            if (words.At(i) is [_, _, .., 'e', 'z'] verb && !NoOrder.Contains(verb) && words.At(i - 1) != "vous" && words.At(i + 1) != "vous"
                || words.At(i) is "dites" or "dis" or "faites" && (i == 0 || words.At(i + 1) is "moi" or "nous"))
                return true;
        return false;
    }

    /// <summary>"avez-vous", "a t il", "faut-il", "peut on".</summary>
    public static bool IsInverted(Words words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            var tied = words.At(i - 1) == "-" && !words[i].Loose && !words[i - 1].Loose;
            var before = words.At(tied ? i - 2 : i - 1);
            if (words.At(i) == "vous" && before is [_, .., 'e', 'z'] && before is not ("rendez" or "chez")
                || tied && words.At(i) is "il" or "ils" or "elle" or "elles" or "on" or "tu" or "nous" && before.Length > 1
                || words.At(i) is "il" or "elle" or "on" && before == "t")
                return true;
        }

        return false;
    }

    /// <summary>"la formation n'a pas commence", "spot non diffuse": the activity itself is the subject of a denied verb.</summary>
    public static bool Denies(Words words, List<Cue> cues)
    {
        foreach (var cue in cues)
            for (var i = cue.To; i < Math.Min(words.Count, cue.To + WordsToDenial) && words[i].Kind != WordKind.Sign && words.At(i) is not ("ou" or "que" or "qui") && !PeopleWords.IsPeople(words.At(i)); i++)
                if (words.At(i) == "non" && Done.Contains(words.At(i + 1)) || words.At(i) is "pas" or "jamais" && words.At(i - 1) is "a" or "ont" or "est" or "sont" or "ete" or "peut" or "na")
                    return true;
        return false;
    }

    private static bool IsInfinitive(string word) => word.Length > 3 && word is [.., 'e' or 'i', 'r'] or [.., 'r', 'e'];

    // "organiserons", "tiendront", "ferai", "aura".
    private static bool IsFuture(string word) => word switch
    {
        [.. var stem, 'o', 'n', 's'] => stem is [.., 'e' or 'd', 'r'],
        [.. var stem, 'o', 'n', 't'] => stem is [.., 'e' or 'd' or 'i', 'r'],
        [.. var stem, 'a', 'i'] => stem is [.., 'e' or 'd', 'r'],
        [.. var stem, 'a'] => stem is [.., 'e' or 'd', 'r'],
        _ => false,
    };

    // "ferait", "tiendraient", "devrions", "aurait".
    private static bool IsConditional(string word) => word switch
    {
        [.. var stem, 'a', 'i', 't' or 's'] => IsStem(stem),
        [.. var stem, 'a', 'i', 'e', 'n', 't'] => IsStem(stem),
        [.. var stem, 'i', 'o', 'n', 's'] => IsStem(stem),
        _ => false,
    };

    private static bool IsStem(string stem) => stem is [.., 'e' or 'd' or 'v' or 'r', 'r'] or [.., 'a', 'u', 'r'];
}
