using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Submissions;

/// <summary>A report that was sent. Its id rises with the order of sending.</summary>
public sealed class StoredSubmission
{
    public long Id { get; set; }

    /// <summary>Short speakable id, "MOP-7K3-F".</summary>
    public required string Receipt { get; set; }

    public required string Kind { get; set; }

    public required string DialogKey { get; set; }

    public long PersonId { get; set; }

    public long? OrganisationId { get; set; }

    public SubmissionStatus Status { get; set; }

    public int Revision { get; set; } = 1;

    /// <summary>The activity's day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Cercle's or region's p-code, or "NAT".</summary>
    public required string Area { get; set; }

    /// <summary>Answers by question name, as ConversationJson writes them.</summary>
    public required string Answers { get; set; }

    /// <summary>UTC ticks.</summary>
    public long SentAt { get; set; }

    public long? ReviewedAt { get; set; }

    public long? ReviewedBy { get; set; }
}
