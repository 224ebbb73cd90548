using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.People;

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

    /// <summary>What the bot says to a person, due now.</summary>
    public static OutgoingMessage To(Person person, Reply reply, SendPriority priority, DateTimeOffset now) => To(person.Channel, person.ChatId, reply, priority, now);

    public static OutgoingMessage To(string channel, long chatId, Reply reply, SendPriority priority, DateTimeOffset now) => new()
    {
        Channel = channel,
        ChatId = chatId,
        Priority = priority,
        DueAt = now.UtcTicks,
        Text = reply.Text,
        Buttons = reply.Rows.Count == 0 ? null : ConversationJson.Write(reply.Rows),
    };

    /// <summary>The rows of buttons, read back.</summary>
    public IReadOnlyList<IReadOnlyList<Button>> ButtonRows() => Buttons is null ? [] : ConversationJson.Read<IReadOnlyList<IReadOnlyList<Button>>>(Buttons);
}
