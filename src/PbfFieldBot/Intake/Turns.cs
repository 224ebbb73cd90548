using PbfFieldBot.Channels;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Intake;

/// <summary>What a turn of a talk leads to: the state is kept, the replies are said, a confirmed report is filed or corrects a sent one, a coordinator's question that waited is asked.</summary>
internal sealed class Turns(ConversationEngine engine, DialogVersions versions, Areas areas, Filing filing, Revisions revisions, Duplicates duplicates, TimeZoneInfo zone)
{
    public DateTimeOffset LocalTime(ChannelUpdate update) => TimeZoneInfo.ConvertTime(update.SentAt, zone);

    public Speaker SpeakerOf(Known known) => known.Speaker(areas);

    public static SentReport SentReportOf(StoredSubmission submission) => new(submission.Id, submission.Receipt, submission.Kind, submission.DialogKey, Revisions.AnswersOf(submission.Answers));

    public async Task TakeAsync(IntakeBatch batch, Known known, Turn turn, ChannelUpdate update, CancellationToken stop)
    {
        var at = LocalTime(update);
        if (turn.Submitted is { Corrects: null, SameEvent: null } told && known.State.Active is { State: ConversationState.Recap }
            && await duplicates.FindAsync(batch.Db, told, known.Person.Id, DateOnly.FromDateTime(at.DateTime), stop) is { } other)
            turn = engine.AskSameEvent(known.State, await duplicates.ShownAsync(batch.Db, other, stop), SpeakerOf(known), at, update.MessageId);
        Keep(batch, known, turn);
        if (update.What is Said { Input: Photo photo } && turn.State.Active is { } open && open.Answers.Values.Any(a => a is ImageAnswer image && image.FileId == photo.FileId))
            batch.Fetch(update, known.Person, photo.FileId, FilePurpose.Evidence);
        if (turn.Submitted is { Corrects: not null } correction)
            await CorrectAsync(batch, known, correction, at, stop);
        else if (turn.Submitted is { } report)
            await FileAsync(batch, known, report, at, stop);
        await AskNextAsync(batch, known, update, stop);
    }

    /// <summary>Asks the author now what a coordinator sent back; another conversation in the middle is put aside.</summary>
    public async Task AskAgainAsync(IntakeBatch batch, Known author, StoredSubmission submission, ChannelUpdate update, CancellationToken stop)
    {
        var reviewer = submission.ReviewedBy is { } id ? await batch.Db.People.FindAsync([id], stop) : null;
        var key = submission.ReviewNote is null ? "submission.returned" : "submission.returned_with_words";
        var words = AppPhrases.Text(key, ("coordinator", reviewer?.Name), ("receipt", submission.Receipt), ("title", TitleOf(submission)), ("words", submission.ReviewNote));
        author.State = author.State with { Asked = author.State.Asked.Remove(submission.Id) };
        Keep(batch, author, engine.AskAgain(author.State, SentReportOf(submission), submission.AskedAgain!, words, SpeakerOf(author), LocalTime(update)));
    }

    public string TitleOf(StoredSubmission submission) => versions.Find(submission.DialogKey)?.Title ?? submission.Kind;

    /// <summary>Shows a report that waits to all who review it.</summary>
    public static async Task ShowToReviewersAsync(IntakeBatch batch, StoredSubmission submission, Author author, CancellationToken stop)
    {
        foreach (var reviewer in await batch.Reviewers.OfAsync(submission.Area, author.Person.Area, stop))
            batch.Boards.Show(reviewer);
    }

    /// <summary>Brings up to date what the others who review it have on their screens.</summary>
    public static async Task RefreshOthersAsync(IntakeBatch batch, string area, Author author, Person? except, string? note, CancellationToken stop)
    {
        foreach (var reviewer in (await batch.Reviewers.OfAsync(area, author.Person.Area, stop)).Where(r => r.Id != except?.Id))
            batch.Boards.Refresh(reviewer, note);
    }

    private void Keep(IntakeBatch batch, Known known, Turn turn)
    {
        known.State = turn.State;
        foreach (var reply in turn.Replies)
            batch.Say(known.Person, reply);
        foreach (var conversation in turn.State.Active is { } active ? turn.State.Paused.Add(active) : turn.State.Paused)
            if (batch.DialogKeys.Add(conversation.DialogKey))
                versions.Keep(batch.Db, conversation.DialogKey);
    }

    private async Task FileAsync(IntakeBatch batch, Known known, ConfirmedReport report, DateTimeOffset at, CancellationToken stop)
    {
        var filed = await filing.FileAsync(batch.Db, batch.Reviewers, report, new Author(known.Person, known.Organisation), at, batch.Now, stop);
        batch.Say(known.Person, filed.Answer);
        batch.Send(filed.ToOthers);
        if (filed.Waits)
            await ShowToReviewersAsync(batch, filed.Case.Submission, filed.Case.Author, stop);
    }

    private async Task CorrectAsync(IntakeBatch batch, Known known, ConfirmedReport report, DateTimeOffset at, CancellationToken stop)
    {
        var submission = await batch.Db.Submissions.FindAsync([report.Corrects!.Submission], stop) ?? throw new InvalidOperationException("a correction of no report: " + report.Corrects.Receipt);
        var area = submission.Area;
        if (!await revisions.CorrectAsync(batch.Db, submission, report, known.Person, at, stop))
        {
            batch.Say(known.Person, new Reply(AppPhrases.Text("submission.as_it_was", ("receipt", submission.Receipt))));
            return;
        }

        await ChangedAsync(batch, known, submission, area, report.Corrects.Why == "answered" ? "answered" : "corrected", stop);
    }

    /// <summary>Tells the author and the coordinators that a report has a new revision.</summary>
    public async Task ChangedAsync(IntakeBatch batch, Known known, StoredSubmission submission, string areaBefore, string what, CancellationToken stop)
    {
        await Duplicates.CompareAsync(batch.Db, submission, stop);
        var author = await Author.OfAsync(batch.Db, submission, stop);
        var stands = submission.Status is SubmissionStatus.Approved;
        var key = "submission." + what + (stands ? "_counts" : submission.KeptRevision is null ? "" : "_old_counts");
        IReadOnlyList<IReadOnlyList<Button>> undo = what == "undone" ? [] : [[ReportPress.Button(submission.Id, ReportAct.Undo, "submission.undo", submission.Revision)]];
        batch.Say(known.Person, new Reply(AppPhrases.Text(key, ("receipt", submission.Receipt)), undo));
        if (submission.Area != areaBefore)
            await RefreshOthersAsync(batch, areaBefore, author, null, null, stop);
        if (stands)
        {
            await RefreshOthersAsync(batch, submission.Area, author, null, null, stop);
            batch.Send(await filing.AlertAgainAsync(batch.Db, batch.Reviewers, submission, author, batch.Now, stop));
        }
        else
        {
            await ShowToReviewersAsync(batch, submission, author, stop);
        }
    }

    // Whoever was in the middle of something is asked when that is done.
    private async Task AskNextAsync(IntakeBatch batch, Known known, ChannelUpdate update, CancellationToken stop)
    {
        while (known.State is { Active: null, Asked: [var next, ..] })
        {
            if (await batch.Db.Submissions.FindAsync([next], stop) is { AskedAgain: not null } submission && submission.PersonId == known.Person.Id)
                await AskAgainAsync(batch, known, submission, update, stop);
            else
                known.State = known.State with { Asked = known.State.Asked.Remove(next) };
        }
    }
}
