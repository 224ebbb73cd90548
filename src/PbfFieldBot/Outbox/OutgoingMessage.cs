namespace PbfFieldBot.Outbox;

/// <summary>The order of sending when many wait.</summary>
public enum SendPriority
{
    Alert,
    Answer,
    Review,
    Reminder,
    Digest,
}

/// <summary>A message to send: a row written in the same transaction as what caused it, sent after the commit, deleted once sent.</summary>
public sealed class OutgoingMessage
{
    public long Id { get; set; }

    public required string Channel { get; set; }

    public long ChatId { get; set; }

    public SendPriority Priority { get; set; }

    /// <summary>UTC ticks from which it may be sent.</summary>
    public long DueAt { get; set; }

    /// <summary>Plain text, no markup.</summary>
    public required string Text { get; set; }

    /// <summary>Rows of buttons as JSON ([[{"Label","Data"}]]); null for none.</summary>
    public string? Buttons { get; set; }

    /// <summary>The message to edit instead of sending a new one; null usually.</summary>
    public long? EditsMessageId { get; set; }

    public int Attempts { get; set; }
}
