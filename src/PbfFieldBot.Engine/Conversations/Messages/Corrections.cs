using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>"15, euh non 18 passages", "14 femmes non pardon 4": the later one holds, in the earlier one's place when it has no word of its own.</summary>
internal static class Corrections
{
    private const int WordsToADate = 3;
    private static readonly HashSet<string> Broadcasts = MessageLexicon.Group("broadcasts");

    /// <summary>Takes what was corrected out of the dates and places and sets it aside; gives the right number by the first word of the wrong one.</summary>
    public static Dictionary<int, long> Apply(MessageText message, List<DateSpan> dates, List<PlaceSpan> places, ReportMarks marks)
    {
        var words = message.Words;
        var corrected = new Dictionary<int, long>();
        DropDenied(words, dates, places, marks);
        foreach (var mark in message.Said(Saying.Correction).Concat(BareNo(words)))
        {
            var after = SkipSigns(words, mark.To);
            if (CorrectDate(words, dates, mark, after) is { } wrongDate)
                Drop(marks, wrongDate.From, mark.To);
            else if (CorrectPlace(words, places, mark, after) is { } wrongPlace)
                Drop(marks, wrongPlace.From, mark.To);
            else if (NumberGrammar.At(words, after) is { } right && Wrong(words, right, mark.From) is { } wrong)
                Correct(words, wrong, right, corrected, marks);
        }

        return corrected;
    }

    // "pas a Koro mais a Bankass", "mardi pas mercredi": what is denied is not said, when another stands.
    private static void DropDenied(Words words, List<DateSpan> dates, List<PlaceSpan> places, ReportMarks marks)
    {
        if (!words.Any(w => w.Fold == "pas"))
            return;
        for (var n = dates.Count - 1; n >= 0 && dates.Count > 1; n--)
            if (IsDenied(words, dates[n].From))
            {
                Drop(marks, dates[n].From, dates[n].To);
                dates.RemoveAt(n);
            }

        for (var n = places.Count - 1; n >= 0 && places.Count > 1; n--)
            if (IsDenied(words, places[n].From))
            {
                Drop(marks, places[n].From, places[n].To);
                places.RemoveAt(n);
            }
    }

    private static bool IsDenied(Words words, int from)
    {
        var at = from - 1;
        while (words.At(at) is "a" or "au" or "de" or "le" or "du" or "en")
            at--;
        return words.At(at) == "pas";
    }

    // "lundi, non, mardi", "trois spots non quatre spots": between two of a kind, "non" corrects.
    private static IEnumerable<Cue> BareNo(Words words)
    {
        for (var i = 1; i + 1 < words.Count; i++)
        {
            if (words.At(i) != "non" || words.At(i + 1) is "pardon" or "plutot" or "-" || words.At(i - 1) is "euh" or "heu" || words.At(i - 1) == "-" && !words[i].Loose)
                continue;
            var (before, after) = (i - 1, SkipSigns(words, i + 1));
            while (words[Math.Max(before, 0)].Kind == WordKind.Sign)
                before--;
            if (before >= 0 && IsValue(words, before) && (IsValue(words, after) || NumberGrammar.At(words, after) is not null || PlaceWords.Lead(words.At(after))))
                yield return new Cue("corrections", i, i + 1);
        }
    }

    private static bool IsValue(Words words, int at) => words[at].Kind == WordKind.Digits || DateWords.Weekday(words.At(at)) is not null || DateWords.Month(words.At(at)) is not null
        || words.At(at) is "hier" || IsLabel(words, at) || NumberGrammar.At(words, at) is not null || char.IsUpper(words.Original(at, at + 1)[0]);

    private static DateSpan? CorrectDate(Words words, List<DateSpan> dates, Cue mark, int after)
    {
        var next = dates.FindIndex(d => d.From >= mark.To && d.From - after <= WordsToADate && d.Date is not null && (!d.Weak || words.At(d.From - 1) == "le") && !IsLabel(words, d.To));
        var before = dates.FindLastIndex(d => d.To <= mark.From && !d.Weak);
        if (next < 0 || before < 0)
            return null;
        var wrong = dates[before];
        dates.RemoveAt(before);
        return wrong;
    }

    // "a Koro, non pardon a Bankass": only close by, so that "pardon, 16 a Koro" corrects the number.
    private static PlaceSpan? CorrectPlace(Words words, List<PlaceSpan> places, Cue mark, int after)
    {
        while (words.At(after) is "a" or "au" or "de" or "du")
            after++;
        var next = places.FindIndex(p => p.From == after);
        var before = places.FindLastIndex(p => p.To <= mark.From);
        if (next < 0 || before < 0)
            return null;
        var wrong = places[before];
        places.RemoveAt(before);
        return wrong;
    }

    private static void Correct(Words words, NumberSpan wrong, NumberSpan right, Dictionary<int, long> corrected, ReportMarks marks)
    {
        if (IsLabelled(words, right))
        {
            Drop(marks, wrong.From, wrong.To + (IsLabelled(words, wrong) ? 1 : 0));
            return;
        }

        corrected[wrong.From] = right.Value;
        Drop(marks, right.From, right.To);
    }

    // What was corrected is dealt with: it counts nothing, and nobody needs to see it again.
    private static void Drop(ReportMarks marks, int from, int to)
    {
        marks.SetAside(from, to, "correction");
        marks.Use(from, to, "correction");
    }

    private static bool IsLabelled(Words words, NumberSpan number) => IsLabel(words, number.To);

    private static bool IsLabel(Words words, int at) => PeopleWords.IsPeople(words.At(at)) && words.At(at) != "h" || Broadcasts.Contains(words.At(at));

    // "20 participants dont 12 femmes, pardon 25 participants" corrects the 20.
    private static NumberSpan? Wrong(Words words, NumberSpan right, int before)
    {
        var group = PeopleWords.Of(words.At(right.To));
        NumberSpan? last = null;
        for (var i = before - 1; i >= 0; i--)
        {
            if (NumberGrammar.At(words, i) is not { } number || number.To > before || words.At(i) is "un" or "une")
                continue;
            last ??= number;
            if (group is null || PeopleWords.Of(words.At(number.To)) == group)
                return number;
        }

        return last;
    }

    private static int SkipSigns(Words words, int at)
    {
        while (at < words.Count && (words[at].Kind == WordKind.Sign || words.At(at) is "c" or "etait" or "cetait" or "est" or "cest"))
            at++;
        return at;
    }
}
