using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>Finds where an activity took place: the most precise place named, by the letter or, after a word that leads to places, by the ear.</summary>
internal static class ReportPlace
{
    private static readonly HashSet<string> AfterHas = MessageLexicon.Group("after_has");

    /// <summary>The place; null when none is named, or several and none is meant more.</summary>
    public static PlaceAnswer? In(ReportText text, (int From, int To)? subject)
    {
        var found = text.Places.Where(p => !(subject is { } s && p.From >= s.From && p.From < s.To) && !text.Marks.IsAside(p.From)).ToList();
        if (found.Count == 0 && Near(text, subject) is { } near)
            found.Add(near);
        var led = found.Where(f => text.At(f.From - 1) is "a" or "au").ToList();
        if (found.Count == 0 || led.Count == 0 && IsElsewhere(text))
            return null;
        var groups = (led.Count > 0 ? [.. led, .. found.Except(led)] : found).Select(f => f.Places).ToList();
        var narrowed = PlaceNames.Narrowed([groups[0], .. groups.Skip(1).Where(g => PlaceNames.Narrowed([groups[0], g], text.Own).Count <= groups[0].Count)], text.Own);
        foreach (var span in found)
            text.Marks.Use(span.From, span.To, "place");
        return narrowed is [var only] && !IsWayBetween(text, found) ? new PlaceAnswer(only) : null;
    }

    // "visite a Gao du comite de Mopti" took place in neither region.
    private static bool IsElsewhere(ReportText text) => text.Find(w => w == "a") is >= 0 and var first && Enumerable.Range(first, text.Words.Count - first).Any(i => text.At(i) == "a" && PlaceNames.IsElsewhere(text.Words, i + 1));

    // "la route Bankass-Koro", "entre Koro et Bankass": two places, and none of them is meant more.
    private static bool IsWayBetween(ReportText text, List<PlaceSpan> found)
    {
        for (var n = 0; n + 1 < found.Count; n++)
            if (text.Words.Text(found[n].To, found[n + 1].From) is "-" or "/" or "et" && !found[n].Places.Intersect(found[n + 1].Places).Any() && text.At(found[n].From - 1) is "route" or "axe" or "entre" or "troncon")
                return true;
        return false;
    }

    private static PlaceSpan? Near(ReportText text, (int From, int To)? subject)
    {
        var words = text.Words;
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].Kind != WordKind.Letters || !PlaceWords.Lead(words.At(i - 1)) || subject is { } s && i >= s.From && i < s.To || IsKnownWord(text, i))
                continue;
            if (text.Names.NearAt(words, i, text.Own) is { Places.Count: 1 } near)
                return near;
        }

        return null;
    }

    // "a commence" is a verb; people, days and activities are no places however they sound.
    private static bool IsKnownWord(ReportText text, int at) =>
        PeopleWords.IsPeople(text.At(at)) || MessageLexicon.KindCues.At(text.Words, at) is not null || text.Message.SaidAt(Saying.Audience, at)
        || DateWords.Weekday(text.At(at)) is not null || DateWords.Month(text.At(at)) is not null || PlaceWords.IsBuilding(text.At(at))
        || text.At(at - 1) == "a" && (AfterHas.Contains(text.At(at)) || text.Words.Original(at, at + 1) is [.., '\u00e9']);
}
