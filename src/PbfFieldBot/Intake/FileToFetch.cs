namespace PbfFieldBot.Intake;

/// <summary>What a file that a person sent is for.</summary>
public enum FilePurpose
{
    /// <summary>A photo that answers a question.</summary>
    Evidence,

    /// <summary>A coordinator's document, for one of <see cref="Documents"/>.</summary>
    Document,

    /// <summary>Nothing to bring down: something that a coordinator asked for (<see cref="Errand"/>), which takes too long for a transaction.</summary>
    Errand,
}

/// <summary>A file to bring down from its channel: written with the update that named it, removed when the file is here or can never be had.</summary>
public sealed class FileToFetch
{
    public long Id { get; set; }

    public required string Channel { get; set; }

    /// <summary>The channel's own id of the file.</summary>
    public required string FileId { get; set; }

    public long PersonId { get; set; }

    public FilePurpose Purpose { get; set; }

    /// <summary>A document's name as the person's phone gives it, or the errand's; empty for a photo.</summary>
    public required string Name { get; set; }

    /// <summary>UTC ticks: when the person sent it.</summary>
    public long SentAt { get; set; }

    /// <summary>UTC ticks from which it may be tried.</summary>
    public long DueAt { get; set; }

    public int Attempts { get; set; }
}
