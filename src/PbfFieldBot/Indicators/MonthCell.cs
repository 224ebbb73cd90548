namespace PbfFieldBot.Indicators;

/// <summary>
/// The day cells of one month and region put together, made anew from them whenever one changes: a value of years is read from a few of these and, where a month is
/// cut in two, from its days.
/// </summary>
public sealed class MonthCell
{
    public required string Indicator { get; set; }

    public required string Part { get; set; }

    public bool Pending { get; set; }

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; set; }

    /// <summary>The region's p-code, or "NAT".</summary>
    public required string Region { get; set; }

    public required string Key { get; set; }

    public int Count { get; set; }

    public double Value { get; set; }

    public int? Women { get; set; }

    public int? Men { get; set; }

    public int? Youth { get; set; }

    /// <summary>The first day of the month on which there is something.</summary>
    public DateOnly First { get; set; }

    public DateOnly Last { get; set; }
}
