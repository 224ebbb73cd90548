using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>
/// Whether what was read tells that an activity took place. "The list of the training", "I am at the workshop" name an activity and tell none:
/// it must be said to be done, or have its day and its people, or be what the message is about.
/// </summary>
internal sealed class ReportEvidence(ReportText text, ReportReading report)
{
    private const int WordsOfABareName = 4;

    // "act de sensibilisation".
    private const int LongestAbbreviation = 3;

    // "prevue le 10 mars" said in February is not of last year.
    private const int LongAgo = 180;
    private static readonly HashSet<string> Stations = MessageLexicon.Group("stations");
    private static readonly HashSet<string> Heads = MessageLexicon.Group("activity_heads");
    private static readonly HashSet<string> Things = [.. MessageLexicon.Group("documents").Concat(MessageLexicon.Group("money")).Except(MessageLexicon.Group("activity_heads"))];
    private static readonly HashSet<string> Feared = MessageLexicon.Group("feared");
    private static readonly HashSet<string> Were = MessageLexicon.Group("were");
    private static readonly HashSet<string> Speakers = MessageLexicon.Group("speakers");
    private static readonly HashSet<string> NotDone = MessageLexicon.Group("not_done");

    private readonly Words words = text.Words;
    private readonly List<Cue> cues = text.Message.Cues;

    /// <summary>True for a report. A name alone ("CCOCSAD") begins a dialog; more words need a fact.</summary>
    public bool Tells(DateOnly reference)
    {
        if (!HasFact())
            return words.Count <= WordsOfABareName && report.Slots.Values.Any(v => v is ChoicesAnswer);
        var day = Has("date") || text.Dates.Exists(d => !d.Weak && d.Date >= reference.AddDays(-LongAgo));
        if (report.Kind == "diffusion" && words.Count > WordsOfABareName && cues.TrueForAll(c => Stations.Contains(words.At(c.From))))
            return Has("broadcasts") || Has("duration_minutes") || Has("language") && day;
        if (text.Message.IsHeld || Counts() && report.Problems.Count > 0)
            return true;
        if (Counts() && (day || Said(Were)))
            return !cues.TrueForAll(c => HeadOf(c) is { } head && Things.Contains(head));
        if (report.Kind == "alerte" && day && !cues.TrueForAll(IsFeared))
            return true;
        return cues.Exists(IsHead) && !Said(NotDone) && (report.Kind is "alerte" or "recommandation" || !Said(Speakers));
    }

    private bool HasFact() => report.Slots.Keys.Any(k => k is "date" or "place" or "participants" or "broadcasts" or "duration_minutes" or "theme" or "incident_kind");

    private bool Has(string slot) => report.Slots.ContainsKey(slot);

    private bool Counts() => Has("participants") || Has("broadcasts") || Has("duration_minutes");

    // "J2" is no "j'ai".
    private bool Said(HashSet<string> group)
    {
        for (var i = 0; i < words.Count; i++)
            if (group.Contains(words.At(i)) && !(words.At(i) == "j" && i + 1 < words.Count && words[i + 1].Kind == WordKind.Digits))
                return true;
        return false;
    }

    private bool IsHead(Cue cue)
    {
        if (cue.Name != report.Kind)
            return false;
        if (IsFeared(cue))
            return false;
        if (HeadOf(cue) is { } head)
            return head.Length <= LongestAbbreviation || Heads.Contains(head) || PeopleWords.IsPeople(head);
        return words.At(BeforeArticles(cue)) is not ("pour" or "a" or "au" or "aux" or "vers") || IsCounted(BeforeArticles(cue) - 1);
    }

    // "peur d'une attaque".
    private bool IsFeared(Cue cue) => Feared.Contains(HeadOf(cue) ?? words.At(BeforeArticles(cue)));

    // The noun to which the activity belongs: "la fiche de la formation".
    private string? HeadOf(Cue cue)
    {
        var at = BeforeArticles(cue);
        return words.At(at) is "de" or "du" or "des" or "d" && at > 0 && words[at - 1].Kind == WordKind.Letters && !cues.Exists(c => c.To == at) ? words.At(at - 1) : null;
    }

    // "20 participants a la formation", "participation a l'atelier".
    private bool IsCounted(int at) => at < 0 || words[at].Kind != WordKind.Letters || PeopleWords.IsPeople(words.At(at)) || Heads.Contains(words.At(at)) || PeopleWords.Total.Contains(words.At(at)) || cues.Exists(c => c.To == at + 1);

    private int BeforeArticles(Cue cue)
    {
        var at = cue.From - 1;
        while (words.At(at) is "la" or "le" or "les" or "l" or "un" or "une" or "notre" or "nos" or "votre" or "cette" or "ce" or "cet" or "-")
            at--;
        return at;
    }
}
