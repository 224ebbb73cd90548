namespace PbfFieldBot.Engine.Submissions;

/// <summary>Where a submission stands in its review.</summary>
public enum SubmissionStatus
{
    /// <summary>Sent, waits for a coordinator ("reçu").</summary>
    Received,

    /// <summary>Counts ("validé").</summary>
    Approved,

    /// <summary>Sent back to its author ("à corriger").</summary>
    Returned,

    /// <summary>Does not count ("rejeté").</summary>
    Rejected,
}
