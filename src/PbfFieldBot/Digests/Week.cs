using System.Globalization;
using System.Text.RegularExpressions;

namespace PbfFieldBot.Digests;

/// <summary>A week as ISO 8601 counts: Monday to Sunday; its year is that of its Thursday. 2020 and 2026 have 53.</summary>
public sealed partial record Week(int Year, int Number)
{
    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Monday));

    public DateOnly Sunday => Monday.AddDays(6);

    public Week Before => Of(Monday.AddDays(-1));

    public static Week Of(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue);
        return new Week(ISOWeek.GetYear(at), ISOWeek.GetWeekOfYear(at));
    }

    /// <summary>Reads "2020-W27"; null when it is no week, also for a 53rd that the year has not.</summary>
    public static Week? Parse(string? text)
    {
        if (text is null || Shape().Match(text) is not { Success: true } match)
            return null;
        var (year, number) = (int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
        return year is > 1999 and < 2200 && number > 0 && number <= ISOWeek.GetWeeksInYear(year) ? new Week(year, number) : null;
    }

    /// <summary>The UTC ticks of the first moment of a day in a zone.</summary>
    public static long Ticks(DateOnly day, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), zone).Ticks;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}-W{Number:00}");

    [GeneratedRegex("^([0-9]{4})-W([0-9]{2})$")]
    private static partial Regex Shape();
}
