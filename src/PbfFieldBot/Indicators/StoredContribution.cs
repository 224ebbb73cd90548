namespace PbfFieldBot.Indicators;

/// <summary>What one submission (or one register entry) adds to one indicator: a row of the trace from value to message.</summary>
public sealed class StoredContribution
{
    public long Id { get; set; }

    /// <summary>The submission behind it; null when it comes from a register entry declared as supported from the start.</summary>
    public long? SubmissionId { get; set; }

    public long? RegisterEntryId { get; set; }

    public required string Indicator { get; set; }

    public required string Part { get; set; }

    /// <summary>True while the submission waits for review.</summary>
    public bool Pending { get; set; }

    public DateOnly Day { get; set; }

    /// <summary>The first day of the day's month: the two databases have no common word for it.</summary>
    public DateOnly Month { get; set; }

    public required string Area { get; set; }

    public required string Key { get; set; }

    public double Value { get; set; }

    public int? Women { get; set; }

    public int? Men { get; set; }

    public int? Youth { get; set; }

    public string? Note { get; set; }
}
