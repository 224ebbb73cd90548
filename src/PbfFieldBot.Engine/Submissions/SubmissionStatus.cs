namespace PbfFieldBot.Engine.Submissions;

/// <summary>Where a submission stands in its review.</summary>
public enum SubmissionStatus
{
    /// <summary>Sent, waits for a coordinator ("recu").</summary>
    Received,

    /// <summary>Counts.</summary>
    Approved,

    /// <summary>Sent back to its author.</summary>
    Returned,

    /// <summary>Does not count.</summary>
    Rejected,
}
