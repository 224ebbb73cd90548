using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>Finds the day of an activity; a range of days gives none, an impossible day is a problem.</summary>
internal static class ReportDate
{
    private const int WordsToPlanned = 3;

    public static void Read(ReportText text, Dictionary<string, AnswerValue> slots, List<string> problems)
    {
        var usable = text.Dates.Where(d => !text.Marks.IsAside(d.From) && !IsPlanned(text, d) && (!d.Weak || text.At(d.From - 1) is "le" or "du" && !IsNoun(text, d.To))).ToList();
        if (usable.Count == 0)
            return;
        var first = usable.Find(d => !d.Weak) is { To: > 0 } strong ? strong : usable[0];
        text.Marks.Use(first.From, first.To);
        if (IsRange(text, first))
            return;
        if (first.Reject is { } reject)
            problems.Add(reject);
        else if (first.Date is { } day)
            slots["date"] = new DateAnswer(day);
        foreach (var same in usable.Where(d => d.Date == first.Date))
            text.Marks.Use(same.From, same.To);
    }

    // "prevu le 20 juillet, a eu lieu le 25".
    private static bool IsPlanned(ReportText text, DateSpan date)
    {
        for (var i = Math.Max(0, date.From - WordsToPlanned); i < date.From; i++)
            if (text.At(i) is "prevu" or "prevue" or "prevus" or "prevues" or "initialement")
                return true;
        return false;
    }

    // "le 12 villages" is no day; "le 12 a Mopti" is one.
    private static bool IsNoun(ReportText text, int at) => at < text.Words.Count && text.Words[at].Kind == WordKind.Letters
        && text.At(at) is not ("a" or "au" or "de" or "dernier" or "et" or "avec" or "on" or "nous" or "en" or "sur" or "il" or "dans") && DateWords.Weekday(text.At(at)) is null && !text.Places.Any(p => p.From == at);

    // "du 12 au 14 mars", "22-24 fevrier", "lundi au mercredi".
    private static bool IsRange(ReportText text, DateSpan date)
    {
        if (text.At(date.To) is "au" or "-" && date.To + 1 < text.Words.Count && (text.Words[date.To + 1].Kind == WordKind.Digits || text.Dates.Exists(d => d.From == date.To + 1)))
            return true;
        var before = date.From - 2;
        if (before < 0 || text.Words[before].Kind != WordKind.Digits)
            return false;
        return text.At(date.From - 1) is "au" or "-" && (text.At(date.From - 1) == "au" || text.Words[before].Fold.Length <= 2) || text.At(date.From - 1) is "a" or "et" && text.At(before - 1) is "du" or "le" or "les";
    }
}
