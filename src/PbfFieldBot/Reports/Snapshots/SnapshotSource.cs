namespace PbfFieldBot.Reports.Snapshots;

/// <summary>One report (or register entry) behind one frozen value, and what it added.</summary>
public sealed class SnapshotSource
{
    public long SnapshotId { get; set; }

    public required string Indicator { get; set; }

    /// <summary>Its place among the sources of the indicator, from 1.</summary>
    public int Place { get; set; }

    /// <summary>Null for an entry declared as supported without a report.</summary>
    public string? Receipt { get; set; }

    /// <summary><see cref="PbfFieldBot.Indicators.Behind"/> as JSON.</summary>
    public required string Behind { get; set; }
}
