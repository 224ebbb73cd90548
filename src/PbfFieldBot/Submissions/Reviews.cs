using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Indicators;
using PbfFieldBot.People;

namespace PbfFieldBot.Submissions;

/// <summary>A report that a coordinator may decide on, with its author.</summary>
public sealed record ReviewCase(StoredSubmission Submission, Author Author);

/// <summary>A coordinator's decisions on reports; who decides was checked by <see cref="OpenAsync"/>. All in the caller's transaction.</summary>
public sealed class Reviews(Revisions revisions, IndicatorCells cells)
{
    /// <summary>The report, when that person may review it; otherwise the sentence to say.</summary>
    public static async Task<(ReviewCase? Case, string Refusal)> OpenAsync(FieldDb db, Reviewers reviewers, Person person, long id, CancellationToken stop)
    {
        var submission = person.Role is Role.Partner ? null : await db.Submissions.FindAsync([id], stop);
        if (submission is null)
            return (null, "review.unknown");
        var author = await Author.OfAsync(db, submission, stop);
        return await reviewers.IsAmongAsync(person, submission.Area, author.Person.Area, stop) ? (new(submission, author), "") : (null, "review.not_yours");
    }

    /// <summary>The report counts, and so do those that confirm it with the same figures. Returns all that were approved; none when it was decided before.</summary>
    public async Task<IReadOnlyList<StoredSubmission>> ApproveAsync(FieldDb db, StoredSubmission submission, Person reviewer, DateTimeOffset now, CancellationToken stop)
    {
        if (!IsOpen(submission))
            return [];
        var carried = (await Duplicates.ConfirmingAsync(db, submission, stop)).FindAll(s => s is { Status: SubmissionStatus.Received, Differs: false });
        foreach (var one in carried.Prepend(submission))
        {
            (one.Status, one.KeptRevision, one.AskedAgain) = (SubmissionStatus.Approved, null, null);
            (one.ReviewedAt, one.ReviewedBy) = (now.UtcTicks, reviewer.Id);
        }

        await db.SaveChangesAsync(stop);
        await cells.UpdateAsync(db, submission, stop);
        return [submission, .. carried];
    }

    /// <summary>The report does not count; a correction of an approved report is refused and the approved answers stand. False when it was decided before.</summary>
    public async Task<bool> RejectAsync(FieldDb db, StoredSubmission submission, Person reviewer, DateTimeOffset now, CancellationToken stop)
    {
        if (!IsOpen(submission))
            return false;
        submission.ReviewNote = null;
        (submission.ReviewedAt, submission.ReviewedBy) = (now.UtcTicks, reviewer.Id);
        if (submission.KeptRevision is not null)
        {
            await revisions.RestoreAsync(db, submission, reviewer, now, stop);
            return true;
        }

        (submission.Status, submission.AskedAgain) = (SubmissionStatus.Rejected, null);
        await db.SaveChangesAsync(stop);
        await cells.UpdateAsync(db, submission, stop);
        return true;
    }

    /// <summary>The author is asked one answer again. What was approved counts until the new answer is; false when the report was rejected.</summary>
    public async Task<bool> ReturnAsync(FieldDb db, StoredSubmission submission, Person reviewer, string question, string? words, DateTimeOffset now, CancellationToken stop)
    {
        if (submission.Status is SubmissionStatus.Rejected)
            return false;
        submission.KeptRevision = submission.CountingRevision;
        (submission.Status, submission.AskedAgain, submission.ReviewNote) = (SubmissionStatus.Returned, question, words);
        (submission.ReviewedAt, submission.ReviewedBy) = (now.UtcTicks, reviewer.Id);
        await db.SaveChangesAsync(stop);
        await cells.UpdateAsync(db, submission, stop);
        return true;
    }

    private static bool IsOpen(StoredSubmission submission) => submission.Status is SubmissionStatus.Received or SubmissionStatus.Returned;
}
