namespace PbfFieldBot.Intake;

/// <summary>An update that was handled: the same id is never handled twice (set membership; ids turn random after a quiet week).</summary>
public sealed class SeenUpdate
{
    public required string Channel { get; set; }

    public long UpdateId { get; set; }

    /// <summary>UTC ticks; rows older than a week are removed.</summary>
    public long SeenAt { get; set; }
}
