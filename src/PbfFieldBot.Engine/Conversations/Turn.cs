using System.Collections.Immutable;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>A button under a message; <paramref name="Data"/> comes back when it is pressed (at most 64 bytes, Bot API).</summary>
public sealed record Button(string Label, string Data);

/// <summary>One message of the bot: plain text (no markup) and its buttons, row by row.</summary>
public sealed record Reply(string Text, IReadOnlyList<IReadOnlyList<Button>> Rows)
{
    public Reply(string text)
        : this(text, [])
    {
    }
}

/// <summary>All that is kept about one person's talk with the bot. <paramref name="Turn"/> rises with each message that shows buttons, so that an old press is recognised.</summary>
public sealed record PersonState(int Turn, Conversation? Active, ImmutableList<Conversation> Paused)
{
    public static readonly PersonState New = new(0, null, []);

    /// <summary>Raised when the stored form changes.</summary>
    public int Format { get; init; } = 1;
}

/// <summary>What one input led to: the new state, what the bot says, and the submission when the person confirmed one.</summary>
/// <param name="Submitted">Confirmed answers; the receipt is told by whoever stores them.</param>
public sealed record Turn(PersonState State, IReadOnlyList<Reply> Replies, ConfirmedReport? Submitted = null);

/// <summary>Answers that a person confirmed, ready to be stored.</summary>
public sealed record ConfirmedReport(string Kind, string DialogKey, ImmutableDictionary<string, AnswerValue> Answers);
