using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>Cuts a message that tells two activities into one piece each: at a joining sign or word, where each side has its own activity and its own facts.</summary>
internal static class MessageParts
{
    private static readonly HashSet<string> Told = MessageLexicon.Group("told");
    private static readonly HashSet<string> JoiningWords = ["apres", "puis", "ensuite", "aussi", "egalement", "plus", "et", "ainsi"];

    /// <summary>The pieces of a text; the whole when it tells one activity.</summary>
    public static IReadOnlyList<string> Of(string text, Words words)
    {
        var all = MessageLexicon.KindCues.In(words);
        if (all.Count < 2)
            return [text];
        var cues = SubjectSpans.Without(words, all);
        for (var n = 1; n < cues.Count; n++)
        {
            if (cues[n].From - cues[n - 1].To < 2 || IsToldOf(words, cues[n], cues[n - 1]) || Boundary(words, cues[n - 1].To, cues[n].From) is not { } cut)
                continue;
            var (left, right) = (words.Original(0, cut), words.Original(cut, words.Count));
            if (HasFacts(left) && HasFacts(right))
                return [left, .. Of(right.TrimStart('+', ';', '/', ',', '.', ' ', '\n', '-'))];
        }

        return [text];
    }

    private static IReadOnlyList<string> Of(string text) => Of(text, Words.Of(text));

    // "la formation ... 38 pers forme" tells one activity by a noun and a verb.
    private static bool IsToldOf(Words words, Cue cue, Cue before) => cue.Name == before.Name && cue.To - cue.From == 1
        && (Told.Contains(words.At(cue.From)) || PeopleWords.IsPeople(words.At(cue.From)) && cue.From > 0 && words[cue.From - 1].Kind == WordKind.Digits);

    private static int? Boundary(Words words, int from, int to)
    {
        for (var i = to - 1; i >= from; i--)
        {
            if (words.At(i) is "+" or ";" or "\n" or "." or "/" && !IsBetweenDigits(words, i) || words.At(i) == "," && (words.At(i + 1) == "," || to - i <= 3))
                return i;
            if (JoiningWords.Contains(words.At(i)) && to - i <= 4)
                return i;
        }

        return null;
    }

    private static bool IsBetweenDigits(Words words, int at) => at > 0 && at + 1 < words.Count && words[at - 1].Kind == WordKind.Digits && words[at + 1].Kind == WordKind.Digits && !words[at + 1].Loose;

    // A piece stands alone when it has a number or a day of its own.
    private static bool HasFacts(string text) => Words.Of(text).All.Any(w => w.Kind == WordKind.Digits || DateWords.Weekday(w.Fold) is not null || w.Fold is "hier" || PeopleWords.IsPeople(w.Fold));
}
