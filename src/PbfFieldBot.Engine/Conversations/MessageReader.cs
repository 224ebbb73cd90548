using PbfFieldBot.Engine.Conversations.Messages;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>
/// Reads one free message as reports: kind, facts, contradictions. A grammar of the domain with word lists, no guessing: only what is stated, or follows from it by arithmetic.
/// Greetings, questions, activities planned or cancelled are no reports.
/// </summary>
public sealed class MessageReader(PlaceNames places)
{
    private const int WordsOfABareName = 4;

    private const int WordsToDenial = 5;
    private static readonly HashSet<string> AlertMarks = MessageLexicon.Group("alert_marks");
    private static readonly HashSet<string> Stations = MessageLexicon.Group("stations");
    private static readonly HashSet<string> Because = MessageLexicon.Group("because");
    private static readonly HashSet<string> NotBefore = MessageLexicon.Group("not_before");

    /// <summary>Reads a message. <paramref name="reference"/> is its own day; <paramref name="own"/> the person's area, which decides between places of the same name.</summary>
    public MessageReading Read(string text, DateOnly reference, Place? own = null) => Read(text, reference, own, null);

    /// <summary>Which rule read which words of a message, and why it is no report.</summary>
    public IReadOnlyList<TracedWords> Explain(string text, DateOnly reference, Place? own = null)
    {
        var trace = new List<TracedWords>();
        if (Read(text, reference, own, trace).NoReport is { } why)
            trace.Add(new TracedWords(text, "no_report." + why));
        return trace;
    }

    private MessageReading Read(string text, DateOnly reference, Place? own, List<TracedWords>? trace)
    {
        var whole = Words.Of(text);
        var cues = KindCues(whole);
        if (cues.Count == 0)
            return new MessageReading([], [], MessageStance.Asks(whole) ? "question" : null);
        if (MessageStance.WhyNoReport(whole, reference) is not { } why)
            return Reports(text, whole, cues, reference, own, trace);
        var (told, untold) = MessageStance.ToldSentences(whole, reference);
        if (told is null)
            return new MessageReading([], [], why);
        var words = Words.Of(told);
        cues = KindCues(words);
        var reading = cues.Count == 0 || !MessageStance.CountsSomething(words) ? new MessageReading([], [], why) : Reports(told, words, cues, reference, own, trace);
        return reading.Reports.Count == 0 ? reading with { NoReport = why } : reading with { Unread = [.. reading.Unread, .. untold] };
    }

    /// <summary>What a text states of an activity whose kind is known: "c'etait lundi", "46 participants", "pas Koro, Bankass".</summary>
    public ReportReading Facts(string text, string kind, DateOnly reference, Place? own = null) => new ReportScan(new ReportText(Words.Of(text), kind, reference, own, places)).Read();

    private MessageReading Reports(string text, Words whole, List<Cue> cues, DateOnly reference, Place? own, List<TracedWords>? trace)
    {
        var (reports, unread) = (new List<ReportReading>(), new List<string>());
        foreach (var part in MessageParts.Of(text, whole))
        {
            if (reports.Count == Limits.ReportsInOneMessage)
            {
                unread.AddRange(NumbersIn(part));
                continue;
            }

            var words = part.Length == text.Length ? whole : Words.Of(part);
            var beyond = words.Count > Limits.WordsInOneReport ? words.Original(Limits.WordsInOneReport, words.Count) : "";
            if (beyond.Length > 0)
                words = Words.Of(words.Original(0, Limits.WordsInOneReport));
            var named = part.Length == text.Length && beyond.Length == 0 ? cues : KindCues(words);
            if (KindOf(words, named) is not { } kind)
                continue;
            var reading = new ReportText(words, kind, reference, own, places);
            var scan = new ReportScan(reading);
            var report = scan.Read();
            trace?.AddRange(ReportExplanation.Of(reading, named, report));
            if (!IsReport(report, words, named))
                continue;
            reports.Add(report);
            unread.AddRange(scan.Unread());
            unread.AddRange(NumbersIn(beyond));
        }

        return new MessageReading(reports, unread, reports.Count == 0 && MessageStance.Asks(whole) ? "question" : null);
    }

    private static IEnumerable<string> NumbersIn(string text) => Words.Of(text).All.Where(w => w.Kind == WordKind.Digits).Select(w => w.Fold).Take(Limits.UnreadBeyondLimits);

    /// <summary>The kind of activity that a text names; null when it names none.</summary>
    private static string? KindOf(Words words, List<Cue> cues)
    {
        if (cues.Count == 0)
            return null;
        var marked = cues.Find(c => c.Name == "alerte" && AlertMarks.Contains(words.At(c.From)));
        if (marked != default && cues.TrueForAll(c => c.Name is "alerte" || c.From > marked.From))
            return "alerte";
        if (cues.Exists(c => c.Name == "recommandation") && cues[0].Name is "recommandation" or "alerte")
            return "recommandation";
        var first = cues[0];
        // "les deputes ... mission", "radio X" and "comite regional" name who acts when another activity follows at once ("formation" wins over its public).
        var other = cues.Find(c => c.Name != first.Name && c.Name != "alerte");
        if (other != default && IsActor(words, first) && other.From - first.To <= 6)
            return other.Name;
        return first.Name;
    }

    private static bool IsActor(Words words, Cue cue) => cue.To - cue.From == 1 && words.At(cue.From) is "deputes" or "parlementaires" or "radio" or "rd"
        || cue.Name == "reunion_comite" && !Enumerable.Range(cue.From, cue.To - cue.From).Any(i => words.At(i) == "reunion");

    private static List<Cue> KindCues(Words words) => [.. SubjectSpans.Without(words, MessageLexicon.KindCues.In(words)).Where(c => !IsDenied(words, c))];

    // "pas de reunion", "aucune formation", "on n'a pas fait de sensibilisation".
    private static bool IsDenied(Words words, Cue cue)
    {
        if (NotBefore.Contains(words.At(cue.From - 1)) || NotBefore.Contains(words.At(cue.From - 2) + " " + words.At(cue.From - 1)))
            return true;
        if (cue.Name == "alerte" && IsBecause(words, cue.From))
            return true;
        if (words.At(cue.From - 1) is not ("de" or "d"))
            return false;
        for (var i = cue.From - 2; i >= Math.Max(0, cue.From - WordsToDenial); i--)
            if (words.At(i) is "pas" or "jamais" or "plus" && words.At(i + 1) is not ("de" or "d"))
                return true;
        return false;
    }

    // "a cause de l'attaque".
    private static bool IsBecause(Words words, int at)
    {
        while (at > 0 && words.At(at - 1) is "de" or "d" or "l" or "la" or "le" or "des" or "du" or "a" or "les")
            at--;
        return at > 0 && Because.Contains(words.At(at - 1));
    }

    // A name alone ("CCOCSAD") begins a dialog; more words need a fact to be a report. A station named in passing needs a broadcast.
    private static bool IsReport(ReportReading report, Words words, List<Cue> cues)
    {
        if (report.Kind == "diffusion" && words.Count > WordsOfABareName && cues.TrueForAll(c => Stations.Contains(words.At(c.From))))
            return report.Slots.Keys.Any(k => k is "broadcasts" or "duration_minutes" or "language");
        if (report.Kind is not ("alerte" or "recommandation") && report.Problems.Count == 0 && !report.Slots.Keys.Any(k => k is "date" or "participants" or "broadcasts" or "duration_minutes") && MessageStance.OnlySpeaksOf(words))
            return false;
        var facts = report.Slots.Keys.Any(k => k is "date" or "place" or "participants" or "broadcasts" or "duration_minutes" or "theme" or "incident_kind");
        return facts || report.Problems.Count > 0 || words.Count <= WordsOfABareName && report.Slots.Values.Any(v => v is ChoicesAnswer);
    }
}
