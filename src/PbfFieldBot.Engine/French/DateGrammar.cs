namespace PbfFieldBot.Engine.French;

/// <summary>A date found in a text: the day, or why there is none; the words it stands in (the last one not included).</summary>
/// <param name="Weak">True for a bare day of the month: it is a date only among words of dates.</param>
public readonly record struct DateSpan(DateOnly? Date, string? Reject, int From, int To, bool Weak = false);

/// <summary>Finds the dates in a text, one expression at a time; a day without month or year is the nearest one past.</summary>
internal sealed class DateGrammar
{
    private static readonly HashSet<string> Beginnings = [.. RelativeDates.Beginnings, .. CalendarDates.Beginnings];
    private readonly Words words;
    private readonly CalendarDates calendar;
    private readonly RelativeDates relative;

    private DateGrammar(Words words, DateOnly today)
    {
        var days = new DateReckoning(today);
        this.words = words;
        calendar = new CalendarDates(words, days);
        relative = new RelativeDates(words, days, calendar);
    }

    /// <summary>All dates of the text in order.</summary>
    public static List<DateSpan> All(Words words, DateOnly today)
    {
        var grammar = new DateGrammar(words, today);
        var found = new List<DateSpan>();
        for (var i = 0; i < words.Count; i++)
        {
            if (grammar.At(i) is not { } span)
                continue;
            found.Add(span);
            i = span.To - 1;
        }

        return found;
    }

    private DateSpan? At(int at) => !MayBegin(at) ? null : relative.At(at) ?? calendar.LastDay(at) ?? calendar.At(at, weekday: null, at);

    // One look passes over most words of a message.
    private bool MayBegin(int at) => words[at].Kind == WordKind.Digits
        || words[at].Kind == WordKind.Letters && (Beginnings.Contains(words.At(at)) || DateWords.Weekday(words.At(at)) is not null || DateWords.Month(words.At(at)) is not null || words.NumberAt(at) is not null);
}
