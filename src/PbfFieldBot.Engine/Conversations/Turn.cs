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

    /// <summary>Sent reports of which a coordinator asks one answer again, as soon as no conversation is open.</summary>
    public ImmutableList<long> Asked { get; init; } = [];

    /// <summary>Raised when the stored form changes.</summary>
    public int Format { get; init; } = 1;

    /// <summary>A forwarded text of which the person was just asked whether it is the own report; any other answer lets it go.</summary>
    public string? Forwarded { get; init; }
}

/// <summary>What one input led to: the new state, what the bot says, and the submission when the person confirmed one.</summary>
/// <param name="Submitted">Confirmed answers; the receipt is told by whoever stores them.</param>
public sealed record Turn(PersonState State, IReadOnlyList<Reply> Replies, ConfirmedReport? Submitted = null)
{
    /// <summary>True when a button was pressed whose time is over: it may go from the screen.</summary>
    public bool PressedOldButton { get; init; }
}

/// <summary>Answers that a person confirmed, ready to be stored.</summary>
public sealed record ConfirmedReport(string Kind, string DialogKey, ImmutableDictionary<string, AnswerValue> Answers)
{
    /// <summary>The sent report that these answers correct; null for a new report.</summary>
    public Correction? Corrects { get; init; }

    /// <summary>What the person said of a report that may tell the same event; null when nobody was asked.</summary>
    public SameEventAnswer? SameEvent { get; init; }

    /// <summary>Who told it, when a coordinator reports for somebody; null for the person's own report.</summary>
    public string? ToldBy { get; init; }

    /// <summary>Which message of the person answered which question: what an edit of it would change.</summary>
    public ImmutableDictionary<long, string> Heard { get; init; } = ImmutableDictionary<long, string>.Empty;
}

/// <summary>What a person said of another report.</summary>
/// <param name="IsSame">True: the same event; false: another one; null: the person does not know.</param>
public sealed record SameEventAnswer(long Submission, bool? IsSame);
