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
    /// <summary>Characters of the text beside a picture or document (Bot API).</summary>
    public const int LongestCaption = 1024;

    /// <summary>UTF-16 units of one message's text (Bot API: 4,096 characters; this is the safe way to count). A longer text leaves in several messages.</summary>
    public const int LongestText = 4096;

    /// <summary>So long somebody is taken to wait for an answer.</summary>
    internal static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(10);

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

    /// <summary>A picture or document that goes with the text, which is then its caption; null usually.</summary>
    public long? FileId { get; set; }

    public OutgoingFile? File { get; set; }

    /// <summary>True: arrives without a sound.</summary>
    public bool Silent { get; set; }

    /// <summary>The message to edit instead of sending a new one; null usually. When it cannot be edited any more, a new one is sent.</summary>
    public long? EditsMessageId { get; set; }

    /// <summary>
    /// A place in the chat that shows one message at a time, e.g. "reviews": what is sent to a slot edits the message sent to it before (<see cref="SentSlot"/>).
    /// Of several that wait for one slot only the last is sent.
    /// </summary>
    public string? Slot { get; set; }

    public int Attempts { get; set; }

    /// <summary>True: answers words that came the moment before it was due, and the person looks at the screen for it.</summary>
    public bool Awaited { get; set; }

    /// <summary>Whether somebody still waits for it: not after a while, and not after an attempt that came to nothing.</summary>
    public bool IsAwaitedAt(DateTimeOffset now) => Awaited && Attempts == 0 && now.UtcTicks - DueAt < LongestLook.Ticks;

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

    /// <summary>A picture or document with its caption. One file may go to several people: it is stored once and removed after the last.</summary>
    public static OutgoingMessage WithFile(Person person, OutgoingFile file, string caption, SendPriority priority, DateTimeOffset now)
    {
        if (caption.Length > LongestCaption)
            throw new ArgumentException($"a caption of {caption.Length} characters", nameof(caption));
        var message = To(person, new Reply(caption), priority, now);
        message.File = file;
        return message;
    }

    /// <summary>Takes the buttons away from a message whose time is over; a courtesy, never stored.</summary>
    public static OutgoingMessage WithoutButtons(string channel, long chatId, long messageId, DateTimeOffset now)
    {
        var message = To(channel, chatId, new Reply(""), SendPriority.Answer, now);
        message.EditsMessageId = messageId;
        return message;
    }

    /// <summary>True for a message that says nothing and only takes buttons away.</summary>
    public bool RemovesButtons => EditsMessageId is not null && Text.Length == 0;

    /// <summary>The rows of buttons, read back.</summary>
    public IReadOnlyList<IReadOnlyList<Button>> ButtonRows() => Buttons is null ? [] : ConversationJson.Read<IReadOnlyList<IReadOnlyList<Button>>>(Buttons);
}
