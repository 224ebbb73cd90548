using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>Which of the activities that a text names is the one that it tells.</summary>
internal static class MessageKind
{
    private const int WordsToActivity = 6;
    private static readonly HashSet<string> AlertMarks = MessageLexicon.Group("alert_marks");

    /// <summary>The kind of activity; null when none is named.</summary>
    public static string? Of(MessageText text)
    {
        var (words, cues) = (text.Words, text.Cues);
        if (cues.Count == 0)
            return null;
        var marked = cues.Find(c => c.Name == "alerte" && AlertMarks.Contains(words.At(c.From)));
        if (marked != default && cues.TrueForAll(c => c.Name is "alerte" || c.From > marked.From))
            return "alerte";
        if (cues.Exists(c => c.Name == "recommandation") && cues[0].Name is "recommandation" or "alerte")
            return "recommandation";
        var first = cues[0];
        var other = cues.Find(c => c.Name != first.Name && c.Name != "alerte");
        if (other != default && (IsCircumstance(words, first) || IsActor(words, first) && other.From - first.To <= WordsToActivity))
            return other.Name;
        return first.Name;
    }

    // "les deputes ... mission", "radio X" and "comite regional" name who acts when another activity follows at once ("formation" wins over its public).
    private static bool IsActor(Words words, Cue cue) => cue.To - cue.From == 1 && words.At(cue.From) is "deputes" or "parlementaires" or "radio" or "rd"
        || cue.Name == "reunion_comite" && !Enumerable.Range(cue.From, cue.To - cue.From).Any(i => words.At(i) == "reunion");

    // "apres la formation, j'ai restitue", "suite a l'atelier": what came before.
    private static bool IsCircumstance(Words words, Cue cue)
    {
        var at = cue.From - 1;
        while (words.At(at) is "la" or "le" or "les" or "l" or "notre" or "cette" or "cet" or "une" or "un")
            at--;
        return words.At(at) is "apres" or "avant" or "depuis" || words.At(at) is "a" or "au" or "aux" && words.At(at - 1) is "suite" or "grace" or "prelude";
    }
}
