namespace PbfFieldBot.Reports.Snapshots;

/// <summary>The figures of a published report, frozen under a name: later corrections never change them.</summary>
public sealed class ReportSnapshot
{
    public long Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The folded name, unique.</summary>
    public required string Key { get; set; }

    /// <summary>UTC ticks: when it was frozen.</summary>
    public long At { get; set; }

    /// <summary>Activities up to and including this day; null for all that were known.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary><see cref="FrozenFigures"/> as JSON.</summary>
    public required string Figures { get; set; }
}
