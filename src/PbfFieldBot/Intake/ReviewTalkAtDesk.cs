using PbfFieldBot.Channels;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Intake;

/// <summary>What takes a coordinator several steps: choosing the answer to send back, its words, the reason of a rejection.</summary>
internal sealed partial class ReviewTalk
{
    private async Task DeskAsync(IntakeBatch batch, Person person, ReviewCase review, ReportPress press, bool onBoard, CancellationToken stop)
    {
        var (submission, desk) = (review.Submission, await DeskOfAsync(batch, person, stop));
        if (press.Act is ReportAct.Return or ReportAct.AskAgain && submission.Status is SubmissionStatus.Rejected)
        {
            await AlreadyAsync(batch, person, submission, onBoard, stop);
            return;
        }

        desk.End();
        switch (press.Act)
        {
            case ReportAct.Open when submission.Status is SubmissionStatus.Received:
                desk.Opened = submission.Id;
                Open(batch, person, onBoard);
                break;
            case ReportAct.Open:
                await AlreadyAsync(batch, person, submission, onBoard, stop);
                break;
            case ReportAct.Return:
                desk.Begin(ReviewDesk.Choosing, submission.Id, null, batch.Now);
                batch.Say(person, board.WhichAnswer(submission));
                break;
            case ReportAct.AskAgain when QuestionAt(submission, press.Argument) is { } question:
                desk.Begin(ReviewDesk.Asking, submission.Id, question, batch.Now);
                batch.Say(person, board.WhichWords(submission, review.Author, question));
                break;
            default:
                batch.Say(person, new Reply(AppPhrases.Text("review.left")));
                break;
        }

        await batch.Db.SaveChangesAsync(stop);
    }

    private static void Open(IntakeBatch batch, Person person, bool onBoard)
    {
        if (onBoard)
            batch.Boards.Show(person, null, SendPriority.Answer);
        else
            batch.Boards.ShowAnew(person);
    }

    private string? QuestionAt(StoredSubmission submission, int number) =>
        dialogs(submission.DialogKey) is { } dialog && number >= 1 && number <= dialog.Questions.Count && dialog.Questions[number - 1].IsAsked ? dialog.Questions[number - 1].Name : null;

    private async Task WithoutWordsAsync(IntakeBatch batch, Known known, ReviewCase review, ChannelUpdate update, bool onBoard, CancellationToken stop)
    {
        var desk = await DeskOfAsync(batch, known.Person, stop);
        if (desk.StepAt(batch.Now) == ReviewDesk.Asking && desk.SubmissionId == review.Submission.Id)
            await ReturnAsync(batch, known, review, desk, desk.Question!, null, update, onBoard, stop);
        else
            batch.Boards.ShowAnew(known.Person);
    }

    private async Task<bool> StepAsync(IntakeBatch batch, Known known, ReviewDesk desk, string step, string text, ChannelUpdate update, CancellationToken stop)
    {
        var command = Engine.Conversations.Commands.Of(text);
        var (review, _) = await OpenAsync(batch, known.Person, desk.SubmissionId ?? 0, stop);
        var leaves = text.StartsWith('/') || command is Command.Menu or Command.Help or Command.Resume || step == ReviewDesk.Explaining && engine.IsClearReport(text, DateOnly.FromDateTime(turns.LocalTime(update).DateTime));
        if (review is null || leaves)
        {
            desk.End();
            return false;
        }

        if (command is Command.Cancel or Command.Back or Command.Later or Command.No || step == ReviewDesk.Explaining && command is Command.Pass)
        {
            desk.End();
            batch.Say(known.Person, new Reply(AppPhrases.Text("review.left")));
            return true;
        }

        if (step == ReviewDesk.Explaining)
            Explain(batch, known.Person, review, desk, text);
        else if (step == ReviewDesk.Asking)
            await ReturnAsync(batch, known, review, desk, desk.Question!, command is Command.Pass ? null : text, update, false, stop);
        else if (engine.QuestionNamed(Turns.SentReportOf(review.Submission), text, turns.SpeakerOf(known), turns.LocalTime(update)) is { } question)
            await ChosenAsync(batch, known, review, desk, question.Name, question.Title, text, update, stop);
        else
            batch.Say(known.Person, new Reply(AppPhrases.Text("review.which_answer")));
        return true;
    }

    // "participants" chooses; "participants : combien de femmes ?" chooses and says why.
    private async Task ChosenAsync(IntakeBatch batch, Known known, ReviewCase review, ReviewDesk desk, string question, string title, string text, ChannelUpdate update, CancellationToken stop)
    {
        if (Folding.Fold(text).Length > Folding.Fold(title).Length + 4)
        {
            await ReturnAsync(batch, known, review, desk, question, text, update, false, stop);
            return;
        }

        desk.Begin(ReviewDesk.Asking, review.Submission.Id, question, batch.Now);
        batch.Say(known.Person, board.WhichWords(review.Submission, review.Author, question));
    }

    private async Task ReturnAsync(IntakeBatch batch, Known known, ReviewCase review, ReviewDesk desk, string question, string? words, ChannelUpdate update, bool onBoard, CancellationToken stop)
    {
        var submission = review.Submission;
        desk.End();
        if (!await reviews.ReturnAsync(batch.Db, submission, known.Person, question, words, batch.Now, stop))
        {
            await AlreadyAsync(batch, known.Person, submission, onBoard, stop);
            return;
        }

        Note(batch, known.Person, onBoard, Say(review.Author.IsThere ? "asked_author" : "author_gone", submission, ("author", review.Author.Person.Name)));
        await Turns.RefreshOthersAsync(batch, submission.Area, review.Author, known.Person, Say("returned_by", submission, ("name", known.Person.Name)), stop);
        if (!review.Author.IsThere)
            return;
        var author = await batch.KnownOfAsync(review.Author.Person, stop);
        if (author.State.Active is null)
        {
            await turns.AskAgainAsync(batch, author, submission, update, stop);
            return;
        }

        author.State = author.State with { Asked = author.State.Asked.Remove(submission.Id).Add(submission.Id) };
        batch.Say(author.Person, new Reply(
            AppPhrases.Text("submission.returned_later", ("coordinator", known.Person.Name), ("receipt", submission.Receipt), ("title", turns.TitleOf(submission))),
            [[ReportPress.Button(submission.Id, ReportAct.AnswerNow, "own.answer_now")]]));
    }

    private static void Explain(IntakeBatch batch, Person person, ReviewCase review, ReviewDesk desk, string text)
    {
        desk.End();
        review.Submission.ReviewNote = text;
        Tell(batch, person, review.Author, new Reply(
            Say("told_why", review.Submission, ("name", person.Name), ("words", text)), [[ReportPress.Button(review.Submission.Id, ReportAct.Correct, "own.correct")]]));
        batch.Say(person, new Reply(Say("why_sent", review.Submission, ("author", review.Author.Person.Name))));
    }

    private static async Task<ReviewDesk> DeskOfAsync(IntakeBatch batch, Person person, CancellationToken stop)
    {
        if (await batch.Db.ReviewDesks.FindAsync([person.Id], stop) is { } desk)
            return desk;
        var added = new ReviewDesk { PersonId = person.Id };
        batch.Db.ReviewDesks.Add(added);
        return added;
    }
}
