namespace PbfFieldBot.People;

/// <summary>"Rien cette semaine": a report that there is nothing to report, for one expected report and one period.</summary>
public sealed class NilReport
{
    public long PersonId { get; set; }

    /// <summary>The name of the expected report (attendus.yaml).</summary>
    public required string Expected { get; set; }

    /// <summary>"2026-W47", "2026-11".</summary>
    public required string Period { get; set; }

    /// <summary>UTC ticks.</summary>
    public long At { get; set; }
}
