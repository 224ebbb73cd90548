namespace PbfFieldBot.Schedule;

/// <summary>A reminder that was put into the outbox: its row is unique, so that it is sent once whatever happens, also by several processes.</summary>
public sealed class SentReminder
{
    public long PersonId { get; set; }

    /// <summary>The name of the expected report (attendus.yaml).</summary>
    public required string Expected { get; set; }

    /// <summary>"2026-W47", "2026-11".</summary>
    public required string Period { get; set; }

    /// <summary>1 for the first reminder of a period.</summary>
    public int Number { get; set; }

    /// <summary>UTC ticks.</summary>
    public long At { get; set; }
}
