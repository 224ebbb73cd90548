using PbfFieldBot.Engine.Conversations;

namespace PbfFieldBot.Engine.Transcripts;

/// <summary>Where a written conversation is played: the app's real intake with phones in memory, or a double in tests.</summary>
public interface ITranscriptStage
{
    /// <summary>Moves the clock; times are in the project's time zone.</summary>
    void MoveClock(DateTime time);

    /// <summary>The clock's time.</summary>
    DateTime Now { get; }

    /// <summary>Makes somebody known, by a real invitation.</summary>
    Task EnrolAsync(TranscriptPerson person);

    /// <summary>Does what a line says (everything but taps); returns when the bot has answered everybody.</summary>
    Task DoAsync(string from, TranscriptAct act, string text);

    /// <summary>Presses the newest button of that label on the person's screen, ignoring case and accents; false when there is none.</summary>
    Task<bool> TapAsync(string from, string label);

    /// <summary>True when the person's own last submission is approved and nothing waits for that person's review: a tap on "Approuver" is then harmless.</summary>
    Task<bool> HasNothingToApproveAsync(string from);

    /// <summary>What the bot showed to anybody since the last call, in order.</summary>
    IReadOnlyList<Shown> TakeShown();

    /// <summary>What the bot waits for from a person; null when no conversation is open.</summary>
    Task<Awaited?> AwaitedAsync(string from);
}

/// <summary>A message on somebody's screen.</summary>
public sealed record Shown(string To, DateTime At, string Text, IReadOnlyList<string> Buttons);

/// <summary>What the bot waits for: the state, and while asking, the question, its part and whether it may be passed.</summary>
public sealed record Awaited(string Kind, ConversationState State, string? Question, string? Part, bool MayPass);
