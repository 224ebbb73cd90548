namespace PbfFieldBot.Engine.French;

/// <summary>Works out days from their parts, given today: a part that was left out makes the nearest day past.</summary>
internal readonly record struct DateReckoning(DateOnly Today)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;
    private const int LeapYears = 9;
    private const int MonthsBack = 3;

    /// <summary>The weekday of a date, 1 Monday to 7 Sunday.</summary>
    public static int Weekday(DateOnly date) => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;

    public static bool IsYear(int year) => year is >= FirstYear and <= LastYear;

    /// <summary>The year that two digits mean.</summary>
    public int Century(int year) => 2000 + year > Today.Year + 1 ? 1900 + year : 2000 + year;

    /// <summary>A day of a month, of a year when one is said; the weekday must agree.</summary>
    public DateSpan Complete(int day, int month, int? year, int? weekday, int from, int to)
    {
        if (month is < 1 or > 12 || day < 1 || year is { } said && !IsYear(said))
            return new DateSpan(null, RejectReasons.DateImpossible, from, to);
        var guessed = year ?? NearestYear(day, month);
        if (guessed is not { } known || day > DateTime.DaysInMonth(known, month))
            return new DateSpan(null, RejectReasons.DateImpossible, from, to);
        var date = new DateOnly(known, month, day);
        if (weekday is { } expected && Weekday(date) != expected)
            return new DateSpan(null, RejectReasons.WeekdayMismatch, from, to);
        return Past(date, from, to);
    }

    /// <summary>A day of which only its number, and perhaps its weekday, is said: the last one past.</summary>
    public DateSpan Nearest(int day, int? weekday, int from, int to, bool weak)
    {
        if (day is < 1 or > 31)
            return new DateSpan(null, RejectReasons.DateImpossible, from, to, weak);
        var month = new DateOnly(Today.Year, Today.Month, 1);
        for (var back = 0; back < MonthsBack; back++, month = month.AddMonths(-1))
        {
            if (day > DateTime.DaysInMonth(month.Year, month.Month))
                continue;
            var date = month.AddDays(day - 1);
            if (date > Today)
                continue;
            return weekday is null || Weekday(date) == weekday
                ? new DateSpan(date, null, from, to, weak)
                : new DateSpan(null, RejectReasons.WeekdayMismatch, from, to);
        }

        return new DateSpan(null, RejectReasons.DateImpossible, from, to, weak);
    }

    /// <summary>The last such weekday before today.</summary>
    public DateOnly LastWeekday(int weekday)
    {
        var back = (Weekday(Today) - weekday + 7) % 7;
        return Today.AddDays(-(back == 0 ? 7 : back));
    }

    /// <summary>A weekday of this week (0) or of one before it (1, 2).</summary>
    public DateOnly WeekdayOfWeek(int weekday, int weeksBack) => Today.AddDays(weekday - Weekday(Today) - (7 * weeksBack));

    public DateSpan Past(DateOnly date, int from, int to) => date > Today
        ? new DateSpan(null, RejectReasons.DateFuture, from, to)
        : new DateSpan(date, null, from, to);

    // The last leap year for 29/2.
    private int? NearestYear(int day, int month)
    {
        for (var year = Today.Year; year > Today.Year - LeapYears; year--)
            if (day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) <= Today)
                return year;
        return null;
    }
}
