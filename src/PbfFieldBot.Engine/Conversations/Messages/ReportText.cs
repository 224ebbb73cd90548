using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Places;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>One piece of a message that tells one activity, with what its facts need to look at: dates, places, marks on words.</summary>
internal sealed class ReportText
{
    public ReportText(Words words, string kind, DateOnly today, Place? own, PlaceNames names)
    {
        (Words, Kind, Own, Names) = (words, kind, own, names);
        Dates = [.. FrenchDates.Scan(words, today)];
        Places = ExactPlaces();
        Marks = new ReportMarks(words);
        Corrected = Corrections.Apply(words, Dates, Marks);
        NumbersAside.Mark(words, kind, Dates, Marks);
    }

    public Words Words { get; }

    /// <summary>The dialog's id.</summary>
    public string Kind { get; }

    public Place? Own { get; }

    public PlaceNames Names { get; }

    /// <summary>The dates in order, without those that were corrected.</summary>
    public List<DateSpan> Dates { get; }

    /// <summary>The places spelt as in the gazetteer, in order.</summary>
    public IReadOnlyList<PlaceSpan> Places { get; }

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

    private List<PlaceSpan> ExactPlaces()
    {
        var found = new List<PlaceSpan>();
        for (var i = 0; i < Words.Count; i++)
        {
            if (Words[i].Kind != WordKind.Letters || Names.ExactAt(Words, i, Own) is not { } span)
                continue;
            if (Words.Text(span.From, span.To).Length <= 3 && !PlaceWords.Lead(Words.At(i - 1)))
                continue;
            found.Add(span);
            i = span.To - 1;
        }

        return found;
    }
}
