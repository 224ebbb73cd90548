namespace PbfFieldBot.Engine.Transcripts;

/// <summary>One message of a played conversation; <paramref name="From"/> is null for the bot, which speaks to <paramref name="To"/>.</summary>
public sealed record PlayedMessage(DateTime At, string? From, string To, string Text, IReadOnlyList<string> Buttons);

/// <summary>A question that was left without an answer when the talk ended.</summary>
public sealed record Unanswered(string From, string Kind, string Question);

/// <summary>A line that did not go as written: an expectation that failed, a button that is not there.</summary>
public sealed record Mishap(string File, int Line, string Sentence)
{
    public override string ToString() => $"{File}:{Line} : {Sentence}";
}

/// <summary>What came of playing: all messages, what stays open, what went wrong.</summary>
public sealed record Played(IReadOnlyList<PlayedMessage> Messages, IReadOnlyList<Unanswered> Unanswered, IReadOnlyList<Mishap> Mishaps);
