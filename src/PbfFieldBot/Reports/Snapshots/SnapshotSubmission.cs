using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Reports.Snapshots;

/// <summary>One report as it stood when the figures were frozen: what an export says of it.</summary>
public sealed class SnapshotSubmission
{
    public long SnapshotId { get; set; }

    public long SubmissionId { get; set; }

    public required string Receipt { get; set; }

    public required string Kind { get; set; }

    public required string DialogKey { get; set; }

    public long PersonId { get; set; }

    public string? Organisation { get; set; }

    public string? OrganisationKind { get; set; }

    public SubmissionStatus Status { get; set; }

    public int Revision { get; set; }

    public DateOnly Day { get; set; }

    public required string Area { get; set; }

    /// <summary>The receipt of the report whose event it confirms; null usually.</summary>
    public string? Confirms { get; set; }

    public required string Answers { get; set; }

    /// <summary>UTC ticks.</summary>
    public long SentAt { get; set; }
}
