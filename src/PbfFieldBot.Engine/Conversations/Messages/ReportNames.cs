using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>Reads who met or acted, and what happened: the body, the trained public, the organisation, the incident.</summary>
internal static class ReportNames
{
    private const int LongestName = 4;
    private static readonly HashSet<string> Heads = MessageLexicon.Group("organisation_heads");
    private static readonly HashSet<string> NameEnds = MessageLexicon.Group("organisation_name_end");
    private static readonly HashSet<string> IncidentEnds = MessageLexicon.Group("incident_end");
    private static readonly HashSet<string> Attackers = MessageLexicon.Group("attackers");
    private static readonly HashSet<string> NoSubject = MessageLexicon.Group("no_subject");
    private static readonly HashSet<string> Marks = MessageLexicon.Group("alert_marks");

    public static void Read(ReportText text, Dictionary<string, AnswerValue> slots)
    {
        if (Body(text) is { } body)
            slots["body"] = new ChoicesAnswer([body]);
        if (text.Kind == "formation" && text.Message.OutsideSubjects(text.Message.Said(Saying.Audience)) is [var audience, ..])
            slots["audience"] = new ChoicesAnswer([audience.Name]);
        if (text.Kind == "alerte" && Incident(text) is { } incident)
            slots["incident_kind"] = new TextAnswer(incident);
        if (text.Kind is "formation" or "atelier" or "sensibilisation" or "restitution" or "sondage" or "recommandation" && Organisation(text) is { } organisation)
            slots["organisation"] = new TextAnswer(organisation);
    }

    private static string? Body(ReportText text)
    {
        if (text.Kind == "reunion_comite")
            return "comit\u00e9 r\u00e9gional";
        if (text.Kind != "cadre_concertation")
            return null;
        var at = text.Find(w => BodyOf(w) is not null);
        return at < 0 ? null : BodyOf(text.At(at));
    }

    private static string? BodyOf(string word) => word switch
    {
        "crocsad" or "crosad" => "CROCSAD",
        "clocsad" or "closad" => "CLOCSAD",
        "ccocsad" or "ccosad" => "CCOCSAD",
        _ => null,
    };

    private static string? Incident(ReportText text)
    {
        var words = text.Words;
        var cues = text.Message.Named.FindAll(c => c.Name == "alerte");
        var what = cues.Find(c => !Marks.Contains(words.At(c.From)));
        var from = what != default ? what.From : cues.Count > 0 ? SubjectSpans.SkipArticles(words, cues[0].To) : -1;
        if (from < 0 || from >= words.Count || words[from].Kind != WordKind.Letters)
            return null;
        var to = from + 1;
        while (to < words.Count && (words[to].Kind == WordKind.Letters && !EndsIncident(text, to) || IsHowMany(text, to)))
            to++;
        while (to > from + 1 && words.At(to - 1) is "contre" or "le" or "la" or "les" or "l" or "du" or "de" or "des" or "d" or "sur" or "un" or "une")
            to--;
        return words.Original(from, to);
    }

    // "vol de 15 boeufs", "enlevement de 2 forains": the number is part of what happened.
    private static bool IsHowMany(ReportText text, int at)
    {
        var words = text.Words;
        if (words[at].Kind != WordKind.Digits || words.At(at - 1) is not ("de" or "d") || at + 1 >= words.Count || words[at + 1].Kind != WordKind.Letters || text.Marks.IsUsed(at))
            return false;
        text.Marks.Use(at, at + 1, "incident");
        return true;
    }

    private static bool EndsIncident(ReportText text, int at) => text.Marks.IsAside(at) || text.Marks.IsUsed(at) && text.At(at) != "de" || IncidentEnds.Contains(text.At(at))
        || text.At(at) is "d" or "de" or "des" && Attackers.Contains(text.At(at + 1)) || text.At(at) is ['d', .. { Length: > 0 } stuck] && Attackers.Contains(stuck)
        || text.At(at) == "sur" && NoSubject.Contains(text.At(SubjectSpans.SkipArticles(text.Words, at + 1))) || text.At(at) == "a" && text.At(at + 1) != "main" || text.At(at) == "au" && (text.At(at + 1) is "moins" or "cours" or "niveau" || at + 1 < text.Words.Count && text.Marks.IsUsed(at + 1)) || LeadsToPlace(text, at);

    // "de Sokolo", "du village de Sokolo".
    private static bool LeadsToPlace(ReportText text, int at)
    {
        if (text.At(at) is not ("de" or "d" or "du") && !PlaceWords.IsLevel(text.At(at)))
            return false;
        for (var i = at + 1; i <= at + 3 && i < text.Words.Count; i++)
            if ((i == at + 1 || PlaceWords.IsLevel(text.At(i - 1)) || text.At(i - 1) is "de" && PlaceWords.IsLevel(text.At(i - 2))) && text.Marks.IsUsed(i))
                return true;
        return false;
    }

    private static string? Organisation(ReportText text)
    {
        for (var i = 0; i < text.Words.Count; i++)
        {
            if (text.Marks.IsUsed(i))
                continue;
            if (Heads.Contains(text.At(i)) && NameTo(text, i + 1) is { } named)
                return text.Words.Original(i, named);
            if (text.At(i) == "par" && text.At(i + 1) is "le" or "la" or "l" or "les" && NameTo(text, i + 2) is { } by)
                return text.Words.Original(i + 2, by);
            var original = text.Words.Original(i, i + 1);
            if (text.At(i - 1) is "le" or "la" or "l" or "par" && original.Length is >= 3 and <= 7 && original.All(char.IsUpper) && BodyOf(text.At(i)) is null && original is not "OSC")
                return original;
        }

        return null;
    }

    private static int? NameTo(ReportText text, int from)
    {
        var to = from;
        while (to < text.Words.Count && to - from < LongestName && text.Words[to].Kind == WordKind.Letters && !text.Marks.IsUsed(to) && !NameEnds.Contains(text.At(to)))
            to++;
        while (to > from && text.At(to - 1) is "de" or "du" or "des" or "la" or "d" or "l" or "et")
            to--;
        return to > from ? to : null;
    }
}
