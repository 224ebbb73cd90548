using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>Finds the day of an activity; a range of days gives none, an impossible day is a problem.</summary>
internal static class ReportDate
{
    private const int WordsToPlanned = 3;

    public static void Read(ReportText text, Dictionary<string, AnswerValue> slots, List<string> problems)
    {
        var usable = text.Dates.Where(d => !text.Marks.IsAside(d.From) && !IsPlanned(text, d) && !IsFraction(text, d) && (!d.Weak || text.At(d.From - 1) is "le" or "du" && !IsNoun(text, d.To))).ToList();
        if (usable.Count == 0)
            return;
        var first = usable.Find(d => !d.Weak) is { To: > 0 } strong ? strong : usable[0];
        text.Marks.Use(first.From, first.To, "date");
        if (IsRange(text, first))
            return;
        if (first.Reject is { } reject)
            problems.Add(reject);
        else if (MessageStance.IsNoDay(text.Words, first, text.Today))
            problems.Add(RejectReasons.DateImpossible);
        else if (first.Date is { } day)
            slots["date"] = new DateAnswer(day);
        foreach (var same in usable.Where(d => d.Date == first.Date))
            text.Marks.Use(same.From, same.To, "date");
    }

    // "prevu le 20 juillet, a eu lieu le 25", "pas pu se tenir lundi, tenue mardi".
    private static bool IsPlanned(ReportText text, DateSpan date)
    {
        if (text.Dates.Count > 1 && text.Message.Said(Saying.Cancelled).Exists(c => c.To <= date.From && date.From - c.To <= WordsToPlanned))
            return true;
        for (var i = date.From - 1; i >= Math.Max(0, date.From - WordsToPlanned) && text.At(i) is not ("tenu" or "tenue" or "fait" or "faite" or "lieu"); i--)
            if (text.At(i) is "annule" or "annulee" or "reporte" or "reportee" or "programme" or "programmee" or "prevu" or "prevue" or "prevus" or "prevues" or "initialement" && text.At(i - 1) != "comme")
                return true;
        return false;
    }

    // "dont 1/3 de femmes" counts, it dates nothing.
    private static bool IsFraction(ReportText text, DateSpan date) => date.To - date.From == 3 && text.At(date.From + 1) == "/"
        && (PeopleWords.Among.Contains(text.At(date.From - 1)) || text.At(date.To) is "de" or "des" or "d" && PeopleWords.IsPeople(text.At(date.To + 1)) || PeopleWords.IsPeople(text.At(date.To)) && text.At(date.To + 1) is not (":" or "=") && text.At(date.From - 1) is not ("le" or "du"));

    // "le 12 villages" is no day; "le 12 a Mopti" is one.
    private static bool IsNoun(ReportText text, int at) => at < text.Words.Count && text.Words[at].Kind == WordKind.Letters
        && text.At(at) is not ("a" or "au" or "de" or "dernier" or "et" or "avec" or "on" or "nous" or "en" or "sur" or "il" or "dans") && DateWords.Weekday(text.At(at)) is null && !text.Places.Any(p => p.From == at);

    // "du 12 au 14 mars", "22-24 fevrier", "lundi au mercredi".
    private static bool IsRange(ReportText text, DateSpan date)
    {
        if (text.At(date.To) is "au" or "-" && date.To + 1 < text.Words.Count && !PeopleWords.IsPeople(text.At(date.To + 2)) && (text.Words[date.To + 1].Kind == WordKind.Digits || text.Dates.Exists(d => d.From == date.To + 1)))
            return true;
        if (IsJoinedTo(text, date.To, d => d.From == SkipThe(text, date.To + 1)) || IsJoinedTo(text, date.From - 1, d => SkipThe(text, d.To) == date.From - 1))
            return true;
        var joint = text.At(date.From - 1) == "le" ? date.From - 2 : date.From - 1;
        var before = text.At(joint - 1) is "er" or "ier" ? joint - 2 : joint - 1;
        if (before < 0 || text.Words[before].Kind != WordKind.Digits)
            return false;
        var isDay = text.Words[before].Fold.Length <= 2;
        return text.At(joint) switch
        {
            "au" => true,
            "-" => isDay,
            "et" => isDay && !PeopleWords.IsPeople(text.At(before - 1)),
            "a" => text.At(before - 1) is "du" or "le" or "les",
            _ => false,
        };
    }

    // "mardi et mercredi", "le 5 mars et le 6 mars".
    private static bool IsJoinedTo(ReportText text, int joint, Predicate<DateSpan> other) => text.At(joint) is "et" or "au" or "a" or "&" && text.Dates.Exists(d => !d.Weak && other(d));

    private static int SkipThe(ReportText text, int at) => text.At(at) == "le" ? at + 1 : at;
}
