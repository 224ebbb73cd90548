using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Indicators;
using PbfFieldBot.People;

namespace PbfFieldBot.Submissions;

/// <summary>Changes reports after they were sent: each change is a new revision with who, when and why; figures follow in the same transaction.</summary>
public sealed class Revisions(Func<string, Dialog?> dialogs, IndicatorCells cells)
{
    public const string Sent = "sent";
    public const string Undone = "undone";

    /// <summary>A correction of the report was refused: its approved answers stand again.</summary>
    public const string Refused = "refused";

    /// <summary>The report gets new answers and goes back to review; what was approved counts until then.</summary>
    /// <returns>False when nothing changed.</returns>
    public async Task<bool> CorrectAsync(FieldDb db, StoredSubmission submission, ConfirmedReport report, Person by, DateTimeOffset at, CancellationToken stop)
    {
        var correction = report.Corrects ?? throw new ArgumentException("no correction: " + submission.Receipt, nameof(report));
        var answered = submission.AskedAgain is not null && correction.Why == "answered";
        var answers = Merged(AnswersOf(submission.Answers), correction.Before, report.Answers);
        if (!answered && !Correction.Differs(AnswersOf(submission.Answers), answers))
            return false;
        if (by.Id == (submission.TypedBy ?? submission.PersonId))
            submission.Messages = ConversationJson.Write(HeardIn(submission).SetItems(report.Heard));
        await ReviseAsync(db, submission, answers, by, correction.Why, answered ? submission.ReviewNote : null, at, stop);
        return true;
    }

    /// <summary>Which message of its sender answered which question of a report.</summary>
    public static ImmutableDictionary<long, string> HeardIn(StoredSubmission submission) =>
        submission.Messages is { } json ? ConversationJson.Read<ImmutableDictionary<long, string>>(json) : ImmutableDictionary<long, string>.Empty;

    /// <summary>Takes the last correction back: the answers before it become a new revision. Null when the person has no correction to take back.</summary>
    public async Task<bool> UndoAsync(FieldDb db, StoredSubmission submission, Person by, DateTimeOffset at, CancellationToken stop)
    {
        var last = await db.Revisions.AsNoTracking().SingleAsync(r => r.SubmissionId == submission.Id && r.Revision == submission.Revision, stop);
        if (submission.Revision == 1 || last.PersonId != by.Id || last.Why is Undone or Refused)
            return false;
        var before = await db.Revisions.AsNoTracking().SingleAsync(r => r.SubmissionId == submission.Id && r.Revision == submission.Revision - 1, stop);
        await ReviseAsync(db, submission, AnswersOf(before.Answers), by, Undone, null, at, stop);
        return true;
    }

    /// <summary>The approved answers of a report whose correction is refused become the present ones.</summary>
    public async Task RestoreAsync(FieldDb db, StoredSubmission submission, Person by, DateTimeOffset at, CancellationToken stop)
    {
        var kept = submission.KeptRevision ?? throw new InvalidOperationException("no approved answers: " + submission.Receipt);
        await ReviseAsync(db, submission, await AnswersOfAsync(db, submission.Id, kept, stop), by, Refused, submission.ReviewNote, at, stop);
    }

    public static ImmutableDictionary<string, AnswerValue> AnswersOf(string json) => ConversationJson.Read<ImmutableDictionary<string, AnswerValue>>(json);

    public static async Task<ImmutableDictionary<string, AnswerValue>> AnswersOfAsync(FieldDb db, long submission, int revision, CancellationToken stop) =>
        AnswersOf((await db.Revisions.AsNoTracking().SingleAsync(r => r.SubmissionId == submission && r.Revision == revision, stop)).Answers);

    private async Task ReviseAsync(
        FieldDb db, StoredSubmission submission, ImmutableDictionary<string, AnswerValue> answers, Person by, string why, string? note, DateTimeOffset at, CancellationToken stop)
    {
        var kept = submission.CountingRevision;
        var dialog = dialogs(submission.DialogKey);
        var own = dialog?.For is DialogAudience.Coordinators;
        var stands = own || dialog is { ReviewRequired: false } || kept is { } revision && !Correction.Differs(await AnswersOfAsync(db, submission.Id, revision, stop), answers);
        var report = new Submission { Kind = submission.Kind, Answers = answers, SentOn = submission.Day };
        submission.Revision++;
        (submission.Answers, submission.Day, submission.Area) = (ConversationJson.Write(answers), report.Day, report.Area);
        submission.Status = stands ? SubmissionStatus.Approved : SubmissionStatus.Received;
        submission.KeptRevision = stands ? null : kept;
        submission.AskedAgain = null;
        db.Revisions.Add(new SubmissionRevision { SubmissionId = submission.Id, Revision = submission.Revision, PersonId = by.Id, At = at.UtcTicks, Answers = submission.Answers, Why = why, Note = note });
        await db.SaveChangesAsync(stop);
        await cells.UpdateAsync(db, submission, stop);
    }

    // Somebody else may have changed the report since the correction began: only what this one changed is changed.
    private static ImmutableDictionary<string, AnswerValue> Merged(
        ImmutableDictionary<string, AnswerValue> now, ImmutableDictionary<string, AnswerValue> before, ImmutableDictionary<string, AnswerValue> after)
    {
        foreach (var name in before.Keys.Union(after.Keys).Where(n => !Equals(before.GetValueOrDefault(n), after.GetValueOrDefault(n))))
            now = after.TryGetValue(name, out var value) ? now.SetItem(name, value) : now.Remove(name);
        return now;
    }
}
