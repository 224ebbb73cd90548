namespace PbfFieldBot.Intake;

/// <summary>An update that failed: counted, and set aside after three tries so that it holds up nobody.</summary>
public sealed class SetAsideUpdate
{
    public required string Channel { get; set; }

    public long UpdateId { get; set; }

    public long ChatId { get; set; }

    public int Tries { get; set; }

    public long LastTryAt { get; set; }

    /// <summary>The kind of error, without content.</summary>
    public required string Error { get; set; }
}
