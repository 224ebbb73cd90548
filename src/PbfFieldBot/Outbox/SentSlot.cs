namespace PbfFieldBot.Outbox;

/// <summary>The message that a slot of a chat shows now. Remove the row, and the next message to the slot is a new one.</summary>
public sealed class SentSlot
{
    public required string Channel { get; set; }

    public long ChatId { get; set; }

    public required string Slot { get; set; }

    public long MessageId { get; set; }
}
