namespace PbfFieldBot.Submissions;

/// <summary>
/// A photo that answers a question, e.g. of an attendance list: the picture alone, without place, time and device. It stands in the database, so that a backup holds it.
/// An <see cref="Engine.Submissions.ImageAnswer"/> names it by the channel's file id.
/// </summary>
public sealed class EvidencePhoto
{
    public required string Channel { get; set; }

    public required string FileId { get; set; }

    public long PersonId { get; set; }

    /// <summary>JPEG.</summary>
    public required byte[] Content { get; set; }

    /// <summary>UTC ticks: when it was sent.</summary>
    public long At { get; set; }
}
