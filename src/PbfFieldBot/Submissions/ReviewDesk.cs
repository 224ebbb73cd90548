namespace PbfFieldBot.Submissions;

/// <summary>What a coordinator is doing with the reports that wait: which one is open, and what the next words are for.</summary>
public sealed class ReviewDesk
{
    /// <summary>The question to ask again is being chosen.</summary>
    public const string Choosing = "choose";

    /// <summary>The next words go with the question to the author.</summary>
    public const string Asking = "ask";

    /// <summary>The next words say to the author why the report was rejected.</summary>
    public const string Explaining = "explain";

    // What was left in the middle is forgotten: a message of tomorrow answers no question of today.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public long PersonId { get; set; }

    /// <summary>The report that the coordinator opened; null: the newest is shown.</summary>
    public long? Opened { get; set; }

    public string? Step { get; set; }

    /// <summary>The report that the step is about.</summary>
    public long? SubmissionId { get; set; }

    public string? Question { get; set; }

    /// <summary>UTC ticks of the step's beginning.</summary>
    public long At { get; set; }

    /// <summary>The step, as long as it is fresh.</summary>
    public string? StepAt(DateTimeOffset now) => now.UtcTicks - At < Patience.Ticks ? Step : null;

    public void Begin(string step, long submission, string? question, DateTimeOffset now) =>
        (Step, SubmissionId, Question, At) = (step, submission, question, now.UtcTicks);

    public void End() => (Step, SubmissionId, Question) = (null, null, null);
}
