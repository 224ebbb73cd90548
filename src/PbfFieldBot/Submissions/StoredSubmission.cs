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

    /// <summary>The approved revision that counts while a later one waits or is sent back; null otherwise.</summary>
    public int? KeptRevision { get; set; }

    /// <summary>The question that a coordinator sent back; null unless the report is returned.</summary>
    public string? AskedAgain { get; set; }

    /// <summary>The coordinator's words with the last return or rejection.</summary>
    public string? ReviewNote { get; set; }

    /// <summary>The report that tells the same event and was there first: both are kept, the event counts once. Never a report that itself has one.</summary>
    public long? SameAs { get; set; }

    /// <summary>True when its figures differ by more than a fifth from those of <see cref="SameAs"/>: a coordinator sees both.</summary>
    public bool Differs { get; set; }

    /// <summary>A report that may tell the same event, when its author did not know: for the coordinator to say.</summary>
    public long? MaybeSameAs { get; set; }

    /// <summary>The coordinator who typed it for somebody; null when the author did.</summary>
    public long? TypedBy { get; set; }

    /// <summary>Who told it to the coordinator, as named; null when the author sent it.</summary>
    public string? ToldBy { get; set; }

    /// <summary>Which message of the author answered which question, as JSON: what an edited message would change.</summary>
    public string? Messages { get; set; }

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

    /// <summary>The revision that counts; null when none was approved.</summary>
    public int? CountingRevision => Status is SubmissionStatus.Approved ? Revision : KeptRevision;
}
