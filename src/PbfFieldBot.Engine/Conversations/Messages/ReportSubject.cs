using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>Finds what an activity was about: after "sur" and the like, between quotation marks, after the kind's own word ("spot paix", "atelier de validation").</summary>
internal static class ReportSubject
{
    private static readonly HashSet<string> Subjects = MessageLexicon.Group("subjects");
    private static readonly HashSet<string> Ends = MessageLexicon.Group("subject_end");

    /// <summary>The words of the subject, cut where a place or a date begins; null when there is none.</summary>
    public static (int From, int To)? In(ReportText text)
    {
        var words = text.Words;
        if (text.Message.Subjects is [var (from, to), ..])
            return Cut(text, from, to);
        if (Quoted(words) is { } quoted)
            return quoted;
        return AfterCue(text) ?? Bare(text);
    }

    private static (int From, int To)? AfterCue(ReportText text)
    {
        var words = text.Words;
        return text.Kind switch
        {
            "recommandation" when text.Find(w => w == ":") is >= 0 and var colon => After(text, SubjectSpans.SkipArticles(words, colon + 1)),
            "recommandation" when text.Find(w => w == "(") is >= 0 and var open && KindCue(text) is { } named && open - named <= 3 => After(text, SubjectSpans.SkipArticles(words, open + 1)),
            "recommandation" when KindCue(text) is { } named && words.At(named) is "de" or "d" && words.At(named + 1) is [.., 'e' or 'i', 'r'] or [.., 'r', 'e'] => After(text, named + 1),
            "atelier" when KindCue(text) is { } cue && words.At(cue) is "de" or "d" && IsFree(text, cue + 1) => After(text, cue + 1),
            "diffusion" when LastSpot(words) is >= 0 and var spot && spot + 1 < words.Count && words[spot + 1].Kind == WordKind.Letters && !text.Message.SaidAt(Saying.Language, spot + 1) && !Ends.Contains(words.At(spot + 1)) => After(text, spot + 1),
            _ => null,
        };
    }

    // "sensib paix ouan", "form osc tominian 20 juil plaidoyer": a word of the field's subjects that stands by itself.
    private static (int From, int To)? Bare(ReportText text)
    {
        for (var i = 1; i < text.Words.Count; i++)
            if (Subjects.Contains(text.At(i)) && !text.Marks.IsAside(i) && text.At(i - 1) is not ("de" or "du" or "des" or "la" or "le" or "les" or "l" or "d" or "pour" or "et" or "en"))
                return BeforePlace(text, After(text, i));
        return null;
    }

    private static (int From, int To)? BeforePlace(ReportText text, (int From, int To)? span) =>
        span is { } s && text.Places.Find(p => p.From > s.From && p.From < s.To) is { } place ? (s.From, place.From) : span;

    private static (int From, int To)? After(ReportText text, int from) => Cut(text, from, SubjectSpans.EndOf(text.Message, from));

    private static int? KindCue(ReportText text)
    {
        foreach (var cue in text.Message.Named)
            if (cue.Name == text.Kind)
                return cue.To;
        return null;
    }

    private static bool IsFree(ReportText text, int at) => !text.Places.Any(p => p.From == at) && !text.Dates.Exists(d => d.From == at) && PeopleWords.Of(text.At(at)) is null;

    private static int LastSpot(Words words)
    {
        for (var i = words.Count - 1; i >= 0; i--)
            if (words.At(i) is "spot" or "spots")
                return i;
        return -1;
    }

    // A title in quotation marks.
    private static (int From, int To)? Quoted(Words words)
    {
        for (var open = 0; open < words.Count; open++)
        {
            if (words.At(open) is not ("\u00ab" or "\"" or "\u201c"))
                continue;
            for (var close = open + 1; close < words.Count; close++)
                if (words.At(close) is "\u00bb" or "\"" or "\u201d")
                    return close > open + 1 ? (open + 1, close) : null;
        }

        return null;
    }

    // A place or a date ends a subject: "sur la paix a mopti hier".
    private static (int From, int To)? Cut(ReportText text, int from, int to)
    {
        foreach (var place in text.Places)
            if (place.From > from && place.From < to && (PlaceWords.Lead(text.At(place.From - 1)) || place.To >= to))
                to = Math.Min(to, PlaceWords.Lead(text.At(place.From - 1)) && text.At(place.From - 1).Length <= 2 ? place.From - 1 : place.From);
        foreach (var date in text.Dates)
            if (!date.Weak && date.From > from && date.From < to)
                to = date.From;
        while (to > from && text.At(to - 1) is "de" or "du" or "a" or "le" or "la" or "et" or "l" or "d" or "au" or "commune" or "cercle")
            to--;
        return to > from ? (from, to) : null;
    }
}
