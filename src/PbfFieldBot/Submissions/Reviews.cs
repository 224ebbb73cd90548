using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Indicators;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Submissions;

/// <summary>What to tell the coordinator, and the author when something was decided.</summary>
public sealed record Reviewed(Reply Answer, OutgoingMessage? ToAuthor = null);

/// <summary>A coordinator's decision on a report: once, by somebody with the right over it, told to its author.</summary>
public sealed class Reviews(IndicatorCells cells)
{
    /// <summary>Decides in the caller's transaction.</summary>
    public async Task<Reviewed> DecideAsync(FieldDb db, Reviewers reviewers, Person reviewer, ReviewPress press, DateTimeOffset now, CancellationToken stop)
    {
        var submission = reviewer.Role is Role.Partner ? null : await db.Submissions.FindAsync([press.SubmissionId], stop);
        if (submission is null)
            return new(new Reply(AppPhrases.Text("review.unknown")));
        var author = await db.People.FindAsync([submission.PersonId], stop) ?? throw new InvalidOperationException("a report without author: " + submission.Id);
        if ((await reviewers.OfAsync(submission.Area, author.Area, stop)).All(r => r.Id != reviewer.Id))
            return new(new Reply(AppPhrases.Text("review.not_yours")));
        if (submission.Status is not SubmissionStatus.Received)
            return new(Say("already_" + Word(submission.Status), submission));
        submission.Status = press.Decision is Decision.Approve ? SubmissionStatus.Approved : SubmissionStatus.Rejected;
        (submission.ReviewedAt, submission.ReviewedBy) = (now.UtcTicks, reviewer.Id);
        await db.SaveChangesAsync(stop);
        await cells.UpdateAsync(db, submission, stop);
        var tell = author.Id != reviewer.Id && author is { RevokedAt: null, Unreachable: false };
        return new(
            Say(Word(submission.Status), submission),
            tell ? OutgoingMessage.To(author, Say("told_" + Word(submission.Status), submission), SendPriority.Answer, now) : null);
    }

    private static string Word(SubmissionStatus status) => status is SubmissionStatus.Approved ? "approved" : "rejected";

    private static Reply Say(string key, StoredSubmission submission) => new(AppPhrases.Text("review." + key, ("receipt", submission.Receipt)));
}
