using PbfFieldBot.Engine.Conversations.Messages;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Places;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>
/// Reads one free message as reports: kind, facts, contradictions. A grammar of the domain with word lists, no guessing: only what is stated, or follows from it by arithmetic.
/// Greetings, questions, activities planned or cancelled are no reports.
/// </summary>
public sealed class MessageReader(PlaceNames places)
{
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

    /// <summary>What a text states of an activity whose kind is known: "c'etait lundi", "46 participants", "pas Koro, Bankass".</summary>
    public ReportReading Facts(string text, string kind, DateOnly reference, Place? own = null) => new ReportScan(new MessageText(text, places).As(kind, reference, own)).Read();

    private MessageReading Read(string text, DateOnly reference, Place? own, List<TracedWords>? trace)
    {
        var whole = new MessageText(text, places);
        if (whole.Cues.Count == 0)
            return new MessageReading([], [], MessageStance.Asks(whole) ? "question" : null);
        if (MessageStance.WhyNoReport(whole, reference) is not { } why)
            return Reports(whole, reference, own, trace);
        var (told, untold) = MessageStance.ToldSentences(whole, reference);
        if (told is null || told.Cues.Count == 0)
            return new MessageReading([], [], why);
        var reading = Reports(told, reference, own, trace);
        return reading.Reports.Count == 0 ? reading with { NoReport = why } : reading with { Unread = [.. reading.Unread, .. untold] };
    }

    private static MessageReading Reports(MessageText whole, DateOnly reference, Place? own, List<TracedWords>? trace)
    {
        var (reports, unread) = (new List<ReportReading>(), new List<string>());
        foreach (var piece in MessageParts.Of(whole))
        {
            if (reports.Count == Limits.ReportsInOneMessage)
            {
                unread.AddRange(NumbersIn(piece.Words));
                continue;
            }

            var (part, beyond) = Bounded(piece);
            if (MessageKind.Of(part) is not { } kind)
                continue;
            var text = part.As(kind, reference, own);
            var scan = new ReportScan(text);
            var report = scan.Read();
            trace?.AddRange(ReportExplanation.Of(text, part.Cues, report));
            if (!new ReportEvidence(text, report).Tells(reference))
                continue;
            reports.Add(report);
            unread.AddRange(scan.Unread());
            if (beyond is not null)
                unread.AddRange(NumbersIn(beyond.Words));
        }

        return new MessageReading(reports, unread, reports.Count == 0 && MessageStance.Asks(whole) ? "question" : null);
    }

    // A report has a bounded number of words; what stands beyond is shown back.
    private static (MessageText Part, MessageText? Beyond) Bounded(MessageText piece)
    {
        var words = piece.Words;
        return words.Count <= Limits.WordsInOneReport
            ? (piece, null)
            : (piece.Of(words.Original(0, Limits.WordsInOneReport)), piece.Of(words.Original(Limits.WordsInOneReport, words.Count)));
    }

    private static IEnumerable<string> NumbersIn(Words words) => words.All.Where(w => w.Kind == WordKind.Digits).Select(w => w.Fold).Take(Limits.UnreadBeyondLimits);
}
