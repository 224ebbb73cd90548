namespace PbfFieldBot.Submissions;

/// <summary>What a submission held at one revision: who, when, why.</summary>
public sealed class SubmissionRevision
{
    public long SubmissionId { get; set; }

    public int Revision { get; set; }

    public long PersonId { get; set; }

    public long At { get; set; }

    public required string Answers { get; set; }

    /// <summary>In one word: "sent", "corrected".</summary>
    public required string Why { get; set; }
}
