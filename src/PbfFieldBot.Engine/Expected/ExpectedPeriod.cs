using System.Globalization;

namespace PbfFieldBot.Engine.Expected;

/// <summary>One week or month in which a report is expected: from its first day on, until the day that is no longer in it.</summary>
public sealed record ExpectedPeriod(Rhythm Every, DateOnly First)
{
    public DateOnly End => Every is Rhythm.Week ? First.AddDays(7) : First.AddMonths(1);

    public ExpectedPeriod Before => Of(Every, First.AddDays(-1));

    /// <summary>"2026-W53" (the year is that of the week's Thursday), "2026-11".</summary>
    public string Key
    {
        get
        {
            var time = First.ToDateTime(TimeOnly.MinValue);
            return Every is Rhythm.Week
                ? string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(time)}-W{ISOWeek.GetWeekOfYear(time):00}")
                : First.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The period that a day lies in.</summary>
    public static ExpectedPeriod Of(Rhythm every, DateOnly day) => every is Rhythm.Week
        ? new(every, day.AddDays(-(((int)day.DayOfWeek + 6) % 7)))
        : new(every, new DateOnly(day.Year, day.Month, 1));
}
