namespace PbfFieldBot.Engine.French;

/// <summary>Days told from today: "hier", "il y a 3 jours", "noel", "lundi", "lundi de la semaine passee".</summary>
internal sealed class RelativeDates(Words words, DateReckoning days, CalendarDates calendar)
{
    private const int LongestAgo = 400;
    private static readonly WordList Lexicon = DateWords.All;
    private static readonly Dictionary<string, int> DaysBack = Lexicon.Map("days_back");
    private static readonly WordSet DaysBackNames = new(DaysBack.Keys);
    private static readonly Dictionary<string, int> Fixed = Lexicon.Map("fixed");
    private static readonly WordSet FixedNames = new(Fixed.Keys);
    private static readonly WordSet Ago = Lexicon.Group("ago");
    private static readonly WordSet AgoFillers = Lexicon.Group("ago_fillers");
    private static readonly Dictionary<string, int> AgoUnits = Lexicon.Map("ago_units");
    private static readonly WordSet Last = Lexicon.Group("last");
    private static readonly WordSet LastButOne = Lexicon.Group("last_but_one");

    /// <summary>The words with which such a date may begin, weekdays left out.</summary>
    public static IEnumerable<string> Beginnings => [.. DaysBackNames.FirstWords, .. FixedNames.FirstWords, .. Ago.FirstWords, "cette", "semaine", "dernier", "derniere"];

    public DateSpan? At(int at)
    {
        if (DateWords.Length(DaysBackNames, words, at) is > 0 and var named)
            return IsEveOf(at + named) ? null : WithItsWeekday(days.Today.AddDays(-DaysBack[DateWords.Joined(words, at, named)]), at, at + named);
        if (DateWords.Length(FixedNames, words, at) is > 0 and var length)
        {
            var code = Fixed[DateWords.Joined(words, at, length)];
            return days.Complete(code % 100, code / 100, null, null, at, at + length);
        }

        return (DateWords.Length(Ago, words, at) is > 0 and var ago ? SomeTimeAgo(at, at + ago) : null) ?? WithWeekday(at);
    }

    // "la veille de la fete" is not yesterday.
    private bool IsEveOf(int at) => words.At(at - 1) == "veille" && words.At(at) is "de" or "du" or "d";

    // "hier dimanche", "aujourd'hui lundi".
    private DateSpan WithItsWeekday(DateOnly date, int from, int to)
    {
        var next = words.At(to) == "," ? to + 1 : to;
        return DateWords.Weekday(words.At(next)) == DateReckoning.Weekday(date) && calendar.At(calendar.SkipSmall(next + 1), null, from) is null
            ? new DateSpan(date, null, from, next + 1)
            : new DateSpan(date, null, from, to);
    }

    private DateSpan? SomeTimeAgo(int from, int at)
    {
        while (AgoFillers.Contains(words.At(at)))
            at++;
        if (NumberGrammar.At(words, at) is not { } number || !AgoUnits.TryGetValue(words.At(number.To), out var unit) || number.Value > LongestAgo)
            return null;
        return new DateSpan(days.Today.AddDays(-(int)number.Value * unit), null, from, number.To + 1);
    }

    // "lundi", "lundi dernier", "lundi 9 mai", "vendredi le 22", "lundi de la semaine derniere", "la semaine passee, mardi", "cette semaine lundi".
    private DateSpan? WithWeekday(int at)
    {
        var from = at;
        var week = WeekAt(at);
        at = SkipBetween(week?.To ?? at, week is not null);
        if (words.At(at) is "dernier" or "derniere" && DateWords.Weekday(words.At(at + 1)) is not null)
            at++;
        if (DateWords.Weekday(words.At(at)) is not { } weekday || words.At(at) == "mar" && !IsTuesdayHere(at))
            return null;
        at++;
        if (words.At(at) == "." && at < words.Count && !words[at].Loose)
            at++;
        if (calendar.At(calendar.SkipSmall(at), weekday, from) is { } dated)
            return dated;
        if (WeekAt(SkipBetween(at, true)) is { } after)
            (week, at) = (after, after.To);
        else if (LastButOne.Contains(words.At(at)))
            return new DateSpan(days.LastWeekday(weekday).AddDays(-7), null, from, at + 1);
        else if (Last.Contains(words.At(at)))
            at++;
        if (week is { } said)
            return days.Past(days.WeekdayOfWeek(weekday, said.Back), from, at);
        if (words.At(at) == "en" && words.At(at + 1) is "8" or "huit" or "15" or "quinze")
            return new DateSpan(null, RejectReasons.DateFuture, from, at + 2);
        return words.At(from - 1) is "un" or "les" ? new DateSpan(null, RejectReasons.DateVague, from, at) : new DateSpan(days.LastWeekday(weekday), null, from, at);
    }

    // "cette semaine", "la semaine passee", "semaine surpassee".
    private (int Back, int To)? WeekAt(int at) =>
        words.At(at) == "cette" && words.At(at + 1) == "semaine" ? (0, at + 2)
        : words.At(at) != "semaine" ? null
        : LastButOne.Contains(words.At(at + 1)) ? (2, at + 2)
        : Last.Contains(words.At(at + 1)) ? (1, at + 2)
        : null;

    private int SkipBetween(int at, bool besideWeek)
    {
        while (besideWeek && words.At(at) is "de" or "la" or "le" or "," or "dans" or "du")
            at++;
        return at;
    }

    // "mar" is Tuesday before a whole date or alone ("mar 10 jan"); "12 mar" and "mar 10" are March.
    private bool IsTuesdayHere(int at)
    {
        var next = calendar.SkipSmall(at + 1);
        return next >= words.Count || calendar.IsWhole(next, at);
    }
}
