namespace PbfFieldBot.Indicators;

/// <summary>
/// The sum of the contributions to one indicator's part on one day in one area for one member key; always recomputed from them, never added to.
/// Reading a value sums cells, so its cost does not grow with the number of submissions. <see cref="MonthCell"/> sums them once more.
/// </summary>
public sealed class DayCell
{
    public required string Indicator { get; set; }

    public required string Part { get; set; }

    public bool Pending { get; set; }

    public DateOnly Day { get; set; }

    /// <summary>The first day of the day's month.</summary>
    public DateOnly Month { get; set; }

    public required string Area { get; set; }

    public required string Key { get; set; }

    /// <summary>How many submissions; a register entry declared as supported is none.</summary>
    public int Count { get; set; }

    public double Value { get; set; }

    public int? Women { get; set; }

    public int? Men { get; set; }

    public int? Youth { get; set; }

    /// <summary>The value of the last contribution of the day (by order of sending), for `latest`.</summary>
    public double LastValue { get; set; }

    /// <summary>The number of that contribution's submission: of two cells of one day, the later.</summary>
    public long LastSubmissionId { get; set; }
}
