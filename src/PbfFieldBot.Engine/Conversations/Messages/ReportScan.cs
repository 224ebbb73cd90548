using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>Reads one activity out of one piece of a message: each fact takes its words, so that no number serves twice.</summary>
internal sealed class ReportScan(ReportText text)
{
    private readonly Dictionary<string, AnswerValue> slots = [];
    private readonly List<string> problems = [];

    /// <summary>Everything that is stated.</summary>
    public ReportReading Read()
    {
        var subject = text.Kind == "alerte" ? null : ReportSubject.In(text);
        if (ReportPlace.In(text, subject) is { } place)
            slots["place"] = place;
        ReportDate.Read(text, slots, problems);
        if (text.Kind == "diffusion")
            ReportBroadcast.Read(text, slots);
        else if (text.Kind is not ("alerte" or "recommandation"))
            ReportPeople.Read(text, slots, problems);
        if (subject is { } s)
            slots["theme"] = new TextAnswer(text.Words.Original(s.From, s.To));
        ReportNames.Read(text, slots);
        return new ReportReading(text.Kind, slots, problems);
    }

    /// <summary>Numbers and names that were used nowhere.</summary>
    public IEnumerable<string> Unread() => UnreadWords.In(text);
}
