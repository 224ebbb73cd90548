using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Places;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>One piece of a message that tells one activity, with what its facts need to look at: dates, places, marks on words.</summary>
internal sealed class ReportText
{
    private const int ShortName = 3;

    public ReportText(MessageText message, string kind, DateOnly today, Place? own, PlaceNames names)
    {
        var words = message.Words;
        (Message, Words, Kind, Own, Names, Today) = (message, words, kind, own, names, today);
        Dates = [.. message.Dates(today)];
        Places = ExactPlaces();
        Marks = new ReportMarks(words);
        Corrected = Corrections.Apply(message, Dates, Places, Marks);
        NumbersAside.Mark(words, kind, Dates, Marks);
    }

    /// <summary>The piece of a message that is read.</summary>
    public MessageText Message { get; }

    public Words Words { get; }

    /// <summary>The dialog's id.</summary>
    public string Kind { get; }

    public Place? Own { get; }

    public PlaceNames Names { get; }

    /// <summary>The message's own day.</summary>
    public DateOnly Today { get; }

    /// <summary>The dates in order, without those that were corrected.</summary>
    public List<DateSpan> Dates { get; }

    /// <summary>The places spelt as in the gazetteer, in order.</summary>
    public List<PlaceSpan> Places { get; }

    public ReportMarks Marks { get; }

    /// <summary>The right number, by the first word of the wrong one.</summary>
    public IReadOnlyDictionary<int, long> Corrected { get; }

    public string At(int at) => Words.At(at);

    /// <summary>The first word that satisfies, from an index on; -1 when none does.</summary>
    public int Find(Func<string, bool> wanted, int from = 0)
    {
        for (var i = from; i < Words.Count; i++)
            if (wanted(Words.At(i)))
                return i;
        return -1;
    }

    // "Bla", "San", "Dah" are places after a word that leads to one or names an activity, or alone between signs.
    private bool StandsAsPlace(PlaceSpan span)
    {
        var before = span.From - 1;
        if (PlaceWords.Lead(At(before)) || span.From == 0 || MessageLexicon.KindCues.At(Words, before) is not null || Message.SaidAt(Saying.Audience, before))
            return true;
        return (Words[before].Kind is WordKind.Sign or WordKind.LineEnd || Dates.Exists(d => d.To == span.From)) && (span.To == Words.Count || Words[span.To].Kind is WordKind.Sign or WordKind.LineEnd or WordKind.Digits || Dates.Exists(d => d.From == span.To));
    }

    private List<PlaceSpan> ExactPlaces()
    {
        var found = new List<PlaceSpan>();
        for (var i = 0; i < Words.Count; i++)
        {
            if (Words[i].Kind != WordKind.Letters || Names.ExactAt(Words, i, Own) is not { } span)
                continue;
            if (Words.Text(span.From, span.To).Length <= ShortName && !StandsAsPlace(span))
                continue;
            found.Add(span);
            i = span.To - 1;
        }

        return found;
    }
}
