namespace PbfFieldBot.Submissions;

/// <summary>What a submission held at one revision: who, when, why.</summary>
public sealed class SubmissionRevision
{
    public long SubmissionId { get; set; }

    public int Revision { get; set; }

    public long PersonId { get; set; }

    public long At { get; set; }

    public required string Answers { get; set; }

    /// <summary>In one word: "sent", "corrected", "answered" (to a coordinator's question), "edited" (a message), "undone", "refused" (a correction: the approved answers stand again).</summary>
    public required string Why { get; set; }

    /// <summary>The coordinator's words that led to it; null when nobody asked.</summary>
    public string? Note { get; set; }
}
