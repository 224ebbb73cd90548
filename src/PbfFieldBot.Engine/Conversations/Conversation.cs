using System.Collections.Immutable;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>The states of a conversation; ConversationMachine says what leads from one to another.</summary>
public enum ConversationState
{
    Asking,
    Recap,

    /// <summary>The person said "corriger" and is choosing the answer to change.</summary>
    ChoosingChange,

    /// <summary>One answer is being asked again; then back to the recap.</summary>
    Changing,

    /// <summary>A message in the middle looks like another report: the person says whether to begin it.</summary>
    OfferingOther,

    /// <summary>Somebody already told what looks like the same event: the person says whether it is.</summary>
    SameEvent,

    /// <summary>One answer of a sent report is asked again on a coordinator's wish; the answer is sent at once, nothing else is asked.</summary>
    AskedAgain,
    Paused,
    Sent,
    Cancelled,
}

/// <summary>One person going through one dialog: everything needed to go on after a restart, and nothing else.</summary>
public sealed record Conversation
{
    public required string Kind { get; init; }

    /// <summary>The dialog's key: the conversation ends on the version it began with.</summary>
    public required string DialogKey { get; init; }

    public ConversationState State { get; init; } = ConversationState.Asking;

    /// <summary>The question that is asked now; null on the recap.</summary>
    public string? Asking { get; init; }

    /// <summary>The part of a headcount that is asked now ("women", "youth"); null for the whole.</summary>
    public string? Part { get; init; }

    public ImmutableDictionary<string, AnswerValue> Answers { get; init; } = ImmutableDictionary<string, AnswerValue>.Empty;

    /// <summary>Questions passed or answered, in the order of answering: what "retour" walks back.</summary>
    public ImmutableList<string> Trail { get; init; } = [];

    /// <summary>Questions (and parts, "participants.women") that the person passed or does not know.</summary>
    public ImmutableHashSet<string> Passed { get; init; } = [];

    /// <summary>What the bot offers to choose from after an undecided answer.</summary>
    public ImmutableList<Option> Offered { get; init; } = [];

    /// <summary>Wrong answers in a row to the question asked now.</summary>
    public int Tries { get; init; }

    /// <summary>True when it began with a free message: only what is missing is asked.</summary>
    public bool FromMessage { get; init; }

    /// <summary>The words of a range ("du 12 au 14") of which the first day is asked now.</summary>
    public string? KeptWords { get; init; }

    /// <summary>The message in the middle that looks like another report.</summary>
    public string? OtherMessage { get; init; }

    /// <summary>The sent report that this conversation corrects; null for a new one.</summary>
    public Correction? Corrects { get; init; }

    /// <summary>The report that may tell the same event, while the person is asked; null otherwise.</summary>
    public SimilarReport? Similar { get; init; }

    /// <summary>Which message of the person answered which question ("" for a message read whole), by the channel's number: an edited message changes its answer.</summary>
    public ImmutableDictionary<long, string> Heard { get; init; } = ImmutableDictionary<long, string>.Empty;

    /// <summary>For a coordinator who reports what somebody told: that person or organisation, as named; null for oneself.</summary>
    public string? ToldBy { get; init; }

    /// <summary>True while the next message on the recap names who told it.</summary>
    public bool AsksTeller { get; init; }

    /// <summary>The state to come back to after "plus tard" or an offer that was declined.</summary>
    public ConversationState? ReturnTo { get; init; }
}
