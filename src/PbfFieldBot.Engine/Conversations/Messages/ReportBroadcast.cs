using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>Reads what a station says of a broadcast: how many, how long each, in which languages, which station.</summary>
internal static class ReportBroadcast
{
    private const int HalfHour = 30;

    // In minutes; "20h30" is when it began.
    private const int LongestBroadcast = 5 * 60;
    private const int WordsToDelay = 3;
    private const int LongestName = 4;
    private static readonly HashSet<string> Broadcasts = MessageLexicon.Group("broadcasts");
    private static readonly HashSet<string> Stations = MessageLexicon.Group("station_kinds");
    private static readonly HashSet<string> NameEnds = MessageLexicon.Group("radio_name_end");

    public static void Read(ReportText text, Dictionary<string, AnswerValue> slots)
    {
        ReadDuration(text, slots);
        ReadCount(text, slots);
        var languages = text.Message.Said(Saying.Language).Where(l => text.At(l.From).Length > 2).Select(l => l.Name).Distinct().ToList();
        if (languages.Count > 0)
            slots["language"] = new ChoicesAnswer(languages);
        if (RadioName(text) is { } name)
            slots["radio_name"] = new TextAnswer(name);
    }

    private static void ReadDuration(ReportText text, Dictionary<string, AnswerValue> slots)
    {
        for (var i = 0; i < text.Words.Count; i++)
        {
            if (FrenchDurations.At(text.Words, i) is not { } span || text.Marks.IsAside(i))
                continue;
            if (IsHour(text, span))
                text.Marks.SetAside(span.From, span.To, "hour");
            else
                slots.TryAdd("duration_minutes", new NumberAnswer(span.Minutes));
            text.Marks.Use(span.From, span.To, "duration_minutes");
            i = span.To - 1;
        }
    }

    // "20h a 21h", "vers 20h", "15 min de retard".
    private static bool IsHour(ReportText text, DurationSpan span)
    {
        if (span.Minutes > LongestBroadcast)
            return true;
        if (text.At(span.To) is "a" or "-" or "de" && FrenchDurations.At(text.Words, span.To + 1) is not null || text.At(span.From - 1) is "a" or "vers" or "des" && !IsMinutes(text, span))
            return true;
        for (var i = span.To; i < span.To + WordsToDelay; i++)
            if (text.At(i) == "retard")
                return true;
        return false;
    }

    private static bool IsMinutes(ReportText text, DurationSpan span) => text.At(span.To - 1) is "min" or "mn" or "minutes" or "minute" or "mins" || span.Minutes == HalfHour;

    private static void ReadCount(ReportText text, Dictionary<string, AnswerValue> slots)
    {
        foreach (var number in NumberObstacles.Numbers(text.Words))
        {
            var noun = text.At(number.To) is "nouveaux" or "nouvelles" or "autres" ? number.To + 1 : number.To;
            if (text.Marks.IsAside(number.From) || text.Marks.IsUsed(number.From) || !Broadcasts.Contains(text.At(noun)) && !IsTimes(text, number) || number.Value > Limits.PeopleInOneActivity)
                continue;
            slots["broadcasts"] = new NumberAnswer(text.Corrected.GetValueOrDefault(number.From, number.Value), number.Approximate);
            text.Marks.Use(number.From, noun + 1, "broadcasts");
            return;
        }
    }

    // "5x", "x5".
    private static bool IsTimes(ReportText text, NumberSpan number) => text.At(number.To) == "x" || text.At(number.From - 1) == "x" && !text.Words[number.From].Loose;

    private static string? RadioName(ReportText text)
    {
        for (var i = 0; i < text.Words.Count; i++)
            if (text.At(i) is "radio" or "rd" && NameEnd(text, i + 1) is var to && to > i + 1)
                return text.Words.Original(i, to);
        return null;
    }

    private static int NameEnd(ReportText text, int from)
    {
        // "radio communautaire de Koro", "radio Douentza FM": a station may bear the name of its town.
        var town = Stations.Contains(text.At(from)) && text.At(from + 1) is "de" or "d" ? from + 2 : from;
        var to = text.Places.Find(p => p.From == town)?.To ?? from;
        while (to < text.Words.Count && to - from < LongestName && text.Words[to].Kind == WordKind.Letters && !text.Marks.IsUsed(to) && (!StopsName(text, to) || to == from && PeopleWords.IsPeople(text.At(to)) && text.At(to).Length > 2))
            to++;
        while (to > from && text.At(to - 1) is "de" or "du" or "des" or "la" or "le" or "d" or "l")
            to--;
        return to;
    }

    private static bool StopsName(ReportText text, int at) => NameEnds.Contains(text.At(at))
        || MessageLexicon.KindCues.At(text.Words, at) is not null || text.Message.SaidAt(Saying.Language, at) || DateWords.Weekday(text.At(at)) is not null
        || PeopleWords.Of(text.At(at)) is not null && text.At(at).Length > 2;
}
