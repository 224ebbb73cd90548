namespace PbfFieldBot.Intake;

/// <summary>An update that failed: counted, and set aside after three tries so that it holds up nobody. Kept for thirty days, so that it can be tried again.</summary>
public sealed class SetAsideUpdate
{
    public required string Channel { get; set; }

    public long UpdateId { get; set; }

    public long ChatId { get; set; }

    public int Tries { get; set; }

    /// <summary>UTC ticks.</summary>
    public long LastTryAt { get; set; }

    /// <summary>The kind of error, without content.</summary>
    public required string Error { get; set; }

    /// <summary>The update as <see cref="UpdateJson"/> writes it, sealed by <see cref="ContentKey"/>; null when it could not be kept.</summary>
    public byte[]? Content { get; set; }
}
