using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>Cuts a message that tells two activities into one piece each: at a joining sign or word, where each side has its own activity and its own facts.</summary>
internal static class MessageParts
{
    private static readonly HashSet<string> Told = MessageLexicon.Group("told");
    private static readonly HashSet<string> JoiningWords = ["apres", "puis", "ensuite", "aussi", "egalement", "plus", "et", "ainsi"];
    private static readonly HashSet<string> Broadcasts = MessageLexicon.Group("broadcasts");

    /// <summary>The pieces of a text; the whole when it tells one activity.</summary>
    public static IReadOnlyList<MessageText> Of(MessageText text, int most = Limits.ReportsInOneMessage)
    {
        var (words, cues) = (text.Words, text.Named);
        if (most == 0)
            return [text];
        for (var n = 1; n < cues.Count; n++)
        {
            if (cues[n].From - cues[n - 1].To < 2 || IsActing(words, cues[n]) || IsToldOf(words, cues[n], cues[n - 1]) || Boundary(words, cues[n - 1].To, cues[n].From) is not { } cut)
                continue;
            var (left, right) = (text.Of(words.Original(0, cut)), text.Of(words.Original(cut, words.Count).TrimStart('+', ';', '/', ',', '.', ' ', '\n', '-')));
            if (StandAlone(left.Words, right.Words, cues[n - 1], cues[n]))
                return [left, .. Of(right, most - 1)];
        }

        return [text];
    }

    // "... avec les deputes": who took part, no activity.
    private static bool IsActing(Words words, Cue cue) => cue.To - cue.From == 1 && cue.Name is "action_parlementaire";

    // "la formation ... 38 pers forme" tells one activity by a noun and a verb.
    private static bool IsToldOf(Words words, Cue cue, Cue before) => cue.Name == before.Name && cue.To - cue.From == 1
        && (Told.Contains(words.At(cue.From)) || PeopleWords.IsPeople(words.At(cue.From)) && cue.From > 0 && words[cue.From - 1].Kind == WordKind.Digits);

    // The strongest sign between two activities cuts; a comma or "et" only close to the second one.
    private static int? Boundary(Words words, int from, int to)
    {
        if (to - 2 >= from && words[to - 2].Kind == WordKind.Digits && words.At(to - 1) is "-" or ")" or "." or "/" or "\u00b0")
            return to - 2;
        for (var i = to - 1; i >= from; i--)
            if (words.At(i) is "+" or ";" or "\n" || words.At(i) == "." && !IsAbbreviation(words, i) || words.At(i) == "/" && !IsBetweenDigits(words, i))
                return i;
        for (var i = to - 1; i >= from; i--)
            if (words.At(i) == "," && (words.At(i + 1) == "," || to - i <= 3) || JoiningWords.Contains(words.At(i)) && to - i <= 4)
                return i;
        return null;
    }

    private static bool IsAbbreviation(Words words, int at) => at > 0 && words[at - 1].Kind == WordKind.Letters && words.At(at - 1).Length <= 4 && (at + 1 >= words.Count || !words[at + 1].Loose);

    private static bool IsBetweenDigits(Words words, int at) => at > 0 && at + 1 < words.Count && words[at - 1].Kind == WordKind.Digits && words[at + 1].Kind == WordKind.Digits && !words[at + 1].Loose;

    // A piece stands alone when it has a number or a day of its own. Two activities of one kind both count, or both have their day; an alert in passing is none.
    private static bool StandAlone(Words first, Words second, Cue before, Cue after)
    {
        if (!HasFacts(first) || !HasFacts(second))
            return false;
        if (before.Name == "alerte" || after.Name == "alerte")
            return HasDay(first) && HasDay(second);
        return before.Name != after.Name || Counts(first, before.Name) && Counts(second, after.Name);
    }

    private static bool HasFacts(Words words) => words.Any(w => w.Kind == WordKind.Digits || PeopleWords.IsPeople(w.Fold)) || HasDay(words);

    private static bool HasDay(Words words) => words.Any(w => DateWords.Weekday(w.Fold) is not null || DateWords.Month(w.Fold) is not null || w.Fold is "hier" or "aujourd" or "matin") || words.Plain.AsSpan().Count('/') > 0;

    private static bool Counts(Words words, string kind) => NumberObstacles.Numbers(words).Any(n => kind == "diffusion" ? Broadcasts.Contains(words.At(n.To)) : PeopleWords.IsPeople(words.At(n.To)) || PeopleWords.Of(words.At(n.From - 1)) is not null);
}
