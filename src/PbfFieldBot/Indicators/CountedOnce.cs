using PbfFieldBot.Submissions;

namespace PbfFieldBot.Indicators;

/// <summary>What counts of several reports about one event.</summary>
/// <param name="Revision">The revision whose answers count; null for the present one.</param>
internal sealed record CountedOnce(StoredSubmission Submission, int? Revision, bool Pending)
{
    /// <summary>
    /// The event counts once: by the first report that is approved (the one told first before those that confirm it), with its correction beside it as long as that waits;
    /// while none is approved, by the first that waits.
    /// </summary>
    public static IEnumerable<CountedOnce> Of(IEnumerable<StoredSubmission> sameEvent)
    {
        var inOrder = sameEvent.OrderBy(s => s.SameAs is not null).ThenBy(s => s.Id).ToList();
        var approved = inOrder.Find(s => s.CountingRevision is not null);
        if (approved is not null)
            yield return new CountedOnce(approved, approved.CountingRevision == approved.Revision ? null : approved.CountingRevision, Pending: false);
        if ((approved ?? inOrder.Find(s => s.Status is Engine.Submissions.SubmissionStatus.Received)) is { Status: Engine.Submissions.SubmissionStatus.Received } waiting)
            yield return new CountedOnce(waiting, null, Pending: true);
    }
}
