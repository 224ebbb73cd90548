using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PbfFieldBot.Channels;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Intake;

/// <summary>What coordinators press and say about the reports of their area. Whoever has no right over a report learns nothing and changes nothing.</summary>
internal sealed partial class ReviewTalk(ConversationEngine engine, Func<string, Dialog?> dialogs, Turns turns, Reviews reviews, Duplicates duplicates, ReviewBoard board, ILogger<ReviewTalk> log)
{
    private const string Unknown = "review.unknown";
    private static readonly HashSet<string> BoardWords = [.. AppPhrases.Text("review.words").Split(',').Select(Folding.Fold)];

    /// <summary>Takes a press on a report.</summary>
    public async Task TakePressAsync(IntakeBatch batch, Known known, ReportPress press, ChannelUpdate update, CancellationToken stop)
    {
        var (review, refusal) = await OpenAsync(batch, known.Person, press.SubmissionId, stop);
        var needsReview = review is not null && dialogs(review.Submission.DialogKey) is not { ReviewRequired: false };
        if (review is null || needsReview == press.Act is ReportAct.Seen)
        {
            log.ReviewedWithoutRight(known.Person.Id, press.Act, press.SubmissionId);
            batch.Say(known.Person, new Reply(AppPhrases.Text(review is null ? refusal : Unknown)));
            return;
        }

        var onBoard = await batch.Db.SentSlots.AsNoTracking().AnyAsync(
            s => s.Channel == update.Channel && s.ChatId == update.ChatId && s.Slot == ReviewBoard.Slot && s.MessageId == update.MessageId, stop);
        await (press.Act switch
        {
            ReportAct.Seen => SeenAsync(batch, known.Person, review, stop),
            ReportAct.Approve => ApproveAsync(batch, known.Person, review, onBoard, stop),
            ReportAct.Reject => RejectAsync(batch, known.Person, review, onBoard, stop),
            ReportAct.Photo => PhotoAsync(batch, known.Person, review, stop),
            ReportAct.Split or ReportAct.Merge or ReportAct.Prefer => SameEventAsync(batch, known.Person, review, press.Act, onBoard, stop),
            ReportAct.WithoutWords => WithoutWordsAsync(batch, known, review, update, onBoard, stop),
            _ => DeskAsync(batch, known.Person, review, press, onBoard, stop),
        });
    }

    /// <summary>True when the words went with a review, named a report, or asked for the list.</summary>
    public async Task<bool> TakeWordsAsync(IntakeBatch batch, Known known, string text, ChannelUpdate update, CancellationToken stop)
    {
        if (known.Person.Role is Role.Partner)
            return false;
        if (await batch.Db.ReviewDesks.FindAsync([known.Person.Id], stop) is { } desk && desk.StepAt(batch.Now) is { } step && await StepAsync(batch, known, desk, step, text, update, stop))
            return true;
        if (known.State.Active is not null)
            return false;
        if (BoardWords.Contains(Folding.Fold(text)))
        {
            batch.Boards.ShowAnew(known.Person);
            return true;
        }

        if (Receipt.Find(text) is not { } receipt || await batch.Db.Submissions.AsNoTracking().FirstOrDefaultAsync(s => s.Receipt == receipt, stop) is not { } found)
            return false;
        var (review, refusal) = await OpenAsync(batch, known.Person, found.Id, stop);
        if (refusal == Unknown)
            return false;
        batch.Say(known.Person, review is null ? new Reply(AppPhrases.Text(refusal)) : await board.CardAsync(batch.Db, review.Submission, stop));
        return true;
    }

    // That there is an alert is itself told to nobody who may not read it.
    private async Task<(ReviewCase? Case, string Refusal)> OpenAsync(IntakeBatch batch, Person person, long id, CancellationToken stop)
    {
        var (review, refusal) = await Reviews.OpenAsync(batch.Db, batch.Reviewers, person, id, stop);
        var isAlert = review is null && await batch.Db.Submissions.FindAsync([id], stop) is { } hidden && dialogs(hidden.DialogKey) is { ReviewRequired: false };
        return (review, isAlert ? Unknown : refusal);
    }

    // What is pressed on the list changes the list; elsewhere the person looks at the end of the chat.
    private static void Note(IntakeBatch batch, Person person, bool onBoard, string text)
    {
        if (onBoard)
        {
            batch.Boards.Show(person, text, SendPriority.Answer);
            return;
        }

        batch.Say(person, new Reply(text));
        batch.Boards.Refresh(person);
    }

    private async Task ApproveAsync(IntakeBatch batch, Person person, ReviewCase review, bool onBoard, CancellationToken stop)
    {
        var (submission, corrected) = (review.Submission, review.Submission.KeptRevision is not null);
        var approved = await reviews.ApproveAsync(batch.Db, submission, person, batch.Now, stop);
        if (approved.Count == 0)
        {
            await AlreadyAsync(batch, person, submission, onBoard, stop);
            return;
        }

        Note(batch, person, onBoard, Say("approved", submission));
        foreach (var one in approved)
            Tell(batch, person, await Author.OfAsync(batch.Db, one, stop), new Reply(Say(corrected ? "told_correction_approved" : "told_approved", one)));
        await Turns.RefreshOthersAsync(batch, submission.Area, review.Author, person, Say("approved_by", submission, ("name", person.Name)), stop);
    }

    private async Task RejectAsync(IntakeBatch batch, Person person, ReviewCase review, bool onBoard, CancellationToken stop)
    {
        var (submission, corrected) = (review.Submission, review.Submission.KeptRevision is not null);
        if (!await reviews.RejectAsync(batch.Db, submission, person, batch.Now, stop))
        {
            await AlreadyAsync(batch, person, submission, onBoard, stop);
            return;
        }

        if (!corrected && (await Duplicates.ConfirmingAsync(batch.Db, submission, stop)).Count > 0)
            await StandAloneAsync(batch, submission, stop);
        (await DeskOfAsync(batch, person, stop)).Begin(ReviewDesk.Explaining, submission.Id, null, batch.Now);
        Note(batch, person, onBoard, Say(corrected ? "correction_rejected" : "rejected", submission, ("author", review.Author.Person.Name)));
        Tell(batch, person, review.Author, new Reply(
            Say(corrected ? "told_correction_rejected" : "told_rejected", submission), [[ReportPress.Button(submission.Id, ReportAct.Correct, "own.correct")]]));
        await Turns.RefreshOthersAsync(batch, submission.Area, review.Author, person, Say("rejected_by", submission, ("name", person.Name)), stop);
    }

    // Those that confirmed a rejected report are to be looked at by themselves.
    private async Task StandAloneAsync(IntakeBatch batch, StoredSubmission rejected, CancellationToken stop)
    {
        var next = (await Duplicates.ConfirmingAsync(batch.Db, rejected, stop))[0];
        await duplicates.PartAsync(batch.Db, rejected, stop);
        await Turns.ShowToReviewersAsync(batch, next, await Author.OfAsync(batch.Db, next, stop), stop);
    }

    private async Task SeenAsync(IntakeBatch batch, Person person, ReviewCase review, CancellationToken stop)
    {
        var submission = review.Submission;
        if (submission.ReviewedBy is { } before)
        {
            var who = (await batch.Db.People.FindAsync([before], stop))?.Name;
            batch.Say(person, new Reply(Say(before == person.Id ? "already_seen" : "already_seen_by", submission, ("name", who))));
            return;
        }

        (submission.ReviewedAt, submission.ReviewedBy) = (batch.Now.UtcTicks, person.Id);
        batch.Say(person, new Reply(Say("seen_noted", submission)));
        Tell(batch, person, review.Author, new Reply(Say("told_seen", submission, ("name", person.Name))));
    }

    private async Task SameEventAsync(IntakeBatch batch, Person person, ReviewCase review, ReportAct act, bool onBoard, CancellationToken stop)
    {
        var submission = review.Submission;
        var other = (submission.SameAs ?? submission.MaybeSameAs) is { } id ? await batch.Db.Submissions.FindAsync([id], stop) : null;
        var isOne = submission.SameAs is not null;
        if (other is null || act is ReportAct.Prefer && !isOne || act is ReportAct.Merge && isOne)
        {
            Note(batch, person, onBoard, Say("nothing_same", submission));
            return;
        }

        await (act switch
        {
            ReportAct.Merge => duplicates.LinkAsync(batch.Db, submission, other, stop),
            ReportAct.Prefer => duplicates.PreferAsync(batch.Db, submission, stop),
            _ => duplicates.PartAsync(batch.Db, submission, stop),
        });
        var word = act switch { ReportAct.Merge => "merged", ReportAct.Prefer => "preferred", _ => "parted" };
        Note(batch, person, onBoard, Say(word, submission, ("other", other.Receipt)));
        await Turns.RefreshOthersAsync(batch, submission.Area, review.Author, person, null, stop);
    }

    private static async Task PhotoAsync(IntakeBatch batch, Person person, ReviewCase review, CancellationToken stop)
    {
        var files = Revisions.AnswersOf(review.Submission.Answers).Values.OfType<ImageAnswer>().Select(i => i.FileId).ToList();
        var photos = await batch.Db.EvidencePhotos.AsNoTracking().Where(p => files.Contains(p.FileId)).ToListAsync(stop);
        if (photos.Count == 0)
            batch.Say(person, new Reply(Say("no_photo_yet", review.Submission)));
        foreach (var photo in photos)
            batch.Send([OutgoingMessage.WithFile(person, new OutgoingFile { Kind = OutgoingFileKind.Photo, Name = review.Submission.Receipt + ".jpg", Content = photo.Content }, Say("photo_of", review.Submission), SendPriority.Answer, batch.Now)]);
    }

    private static async Task AlreadyAsync(IntakeBatch batch, Person person, StoredSubmission submission, bool onBoard, CancellationToken stop)
    {
        var who = submission.ReviewedBy is { } id && id != person.Id ? (await batch.Db.People.FindAsync([id], stop))?.Name : null;
        var word = "already_" + submission.Status.ToString().ToLowerInvariant();
        Note(batch, person, onBoard, who is null ? Say(word, submission) : Say(word + "_by", submission, ("name", who)));
    }

    private static void Tell(IntakeBatch batch, Person reviewer, Author author, Reply reply)
    {
        if (author.IsThere && author.Person.Id != reviewer.Id)
            batch.Say(author.Person, reply);
    }

    private static string Say(string key, StoredSubmission submission, params ReadOnlySpan<(string Name, object? Value)> values) =>
        AppPhrases.Text("review." + key, [("receipt", submission.Receipt), .. values]);
}
