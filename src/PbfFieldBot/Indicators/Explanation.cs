using PbfFieldBot.Engine.Indicators;

namespace PbfFieldBot.Indicators;

/// <summary>What stands behind the value of one indicator: reports that count, that wait, that do not count and why.</summary>
public sealed record Explanation(Indicator Indicator, IndicatorValue Value, IReadOnlyList<Behind> Counted, IReadOnlyList<Behind> Pending, IReadOnlyList<Behind> NotCounted);

/// <summary>One report (or declared register entry) behind a value.</summary>
/// <param name="Receipt">Null for an entry declared as supported without a report.</param>
/// <param name="Place">As its author said it; null when none was asked.</param>
/// <param name="Amount">What it adds.</param>
/// <param name="Note">Why it adds nothing or less, or what to know about it.</param>
public sealed record Behind(string? Receipt, string Kind, DateOnly Day, string? Place, string? Organisation, Contribution Amount, string? Note)
{
    /// <summary>The note as it may leave the system: without the name of who told it.</summary>
    public string? NoteWithoutNames { get; init; }

    /// <summary>The revision that counts, from 1; 0 without a report.</summary>
    public int Revision { get; init; }

    /// <summary>The photos sent with it, by the channel's file ids.</summary>
    public IReadOnlyList<string> Photos { get; init; } = [];
}
