using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Channels;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Intake.Requests;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Intake;

/// <summary>What each happening leads to: a talk with the engine, an arrival by invitation, a review, or one polite sentence.</summary>
internal sealed class Reception(ConversationEngine engine, Areas areas, Turns turns, OwnReports own, ReviewTalk review, ReviewBoard board, Documents documents, ChatRequests requests, Notice notice, CodeGuesses guesses)
{
    private const int AnswersToStrangers = 1;
    private const int RefusedCodes = 5;
    private readonly ForwardedWords forwards = new(engine, areas, turns);
    private readonly Strangers strangers = new();

    /// <summary>False when the update was handled before.</summary>
    public async Task<bool> TakeAsync(IntakeBatch batch, ChannelUpdate update, CancellationToken stop)
    {
        if (update.What is Garbled)
            throw new FormatException("an update that the channel cannot read");
        var known = batch.PersonAt(update);
        if (known is not null && !batch.IsFirstTime(update))
            return false;
        if (update.What is Started { Code.Length: > 0 } start)
            await ArriveAsync(batch, update, start.Code, stop);
        else if (known is null)
            AnswerStranger(batch, update);
        else
            await TakeAsync(batch, known, update, stop);
        return true;
    }

    /// <summary>What is left to say when all updates of the batch are handled.</summary>
    public Task FinishAsync(IntakeBatch batch, CancellationToken stop) => batch.Boards.SendAsync(batch, board, stop);

    private async Task TakeAsync(IntakeBatch batch, Known known, ChannelUpdate update, CancellationToken stop)
    {
        // Whoever writes can be reached again.
        await NoteReachableAsync(batch, known.Person, update.What is not Reachable { Yes: false }, stop);
        if (update.What is not Reachable)
            await notice.ShowAsync(batch, known.Person, stop);
        switch (update.What)
        {
            case Reachable or PartOfPaste:
                break;
            case Forwarded forwarded:
                ForwardedWords.Ask(batch, known, forwarded.Text);
                break;
            case Pressed { Data: { } data } when ForwardedWords.IsPress(data):
                await forwards.TakePressAsync(batch, known, data, update, stop);
                break;
            case Said { Input: Message { Text: var words } } when await requests.TakeWordsAsync(batch, known, words, update, stop):
                break;
            case Pressed { Data: { } pressed } when await requests.TakePressAsync(batch, known, pressed, update, stop):
                break;
            case Said { Input: Message { Text: var text } } when await forwards.TakeWordsAsync(batch, known, text, update, stop) || await own.TakeWordsAsync(batch, known, text, update, stop) || await review.TakeWordsAsync(batch, known, text, update, stop):
                break;
            case Said said:
                await TalkAsync(batch, known, engine.Take(known.State, said.Input, known.Speaker(areas), LocalTime(update), update.MessageId), update, stop);
                break;
            case SentDocument when known.Person.Role is Role.Partner:
                await TalkAsync(batch, known, engine.Take(known.State, new Unreadable("document"), known.Speaker(areas), LocalTime(update)), update, stop);
                break;
            case SentDocument document:
                TakeDocument(batch, known, document, update);
                break;
            case Pressed { Data: { } data } when ReportPress.Read(data) is { } press:
                await (press.Act is ReportAct.ShowOwn or ReportAct.Correct or ReportAct.Undo or ReportAct.AnswerNow
                    ? own.TakePressAsync(batch, known, press, update, stop)
                    : review.TakePressAsync(batch, known, press, update, stop));
                break;
            case Pressed { Data: { } data } when ButtonData.Read(data) is { } press:
                var turn = engine.Take(known.State, press, known.Speaker(areas), LocalTime(update));
                if (turn.PressedOldButton)
                    batch.RemoveButtons(update);
                await TalkAsync(batch, known, turn, update, stop);
                break;
            case Pressed:
                batch.RemoveButtons(update);
                batch.Say(known.Person, new Reply(AppPhrases.Text("intake.unknown_button")));
                break;
            case Started:
                await TalkAsync(batch, known, engine.Welcome(known.State, known.Speaker(areas), LocalTime(update)), update, stop);
                break;
            case Edited edited:
                await own.TakeEditAsync(batch, known, edited.Text, update, stop);
                break;
            default:
                throw new InvalidOperationException("an unknown happening: " + update.What.GetType().Name);
        }
    }

    private Task TalkAsync(IntakeBatch batch, Known known, Turn turn, ChannelUpdate update, CancellationToken stop) => turns.TakeAsync(batch, known, turn, update, stop);

    // What is too large or of no use is refused before anything is brought down.
    private void TakeDocument(IntakeBatch batch, Known known, SentDocument document, ChannelUpdate update)
    {
        var answer = document.Size > IncomingFiles.LargestBytes ? "files.too_large" : documents.Find(document.Name) is null ? "files.unknown" : "files.coming";
        if (answer == "files.coming")
            batch.Fetch(update, known.Person, document.FileId, FilePurpose.Document, document.Name);
        batch.Say(known.Person, new Reply(AppPhrases.Text(answer, ("name", document.Name))));
    }

    private async Task ArriveAsync(IntakeBatch batch, ChannelUpdate update, string code, CancellationToken stop)
    {
        var redemption = await Invitations.RedeemAsync(batch.Db, code, update.Channel, update.ChatId, batch.Now, stop);
        if (redemption.Person is null)
        {
            // A known person is told as often as it happens; a stranger a few times only.
            if (batch.PersonAt(update) is not null || strangers.MayAnswer(update.Channel, update.ChatId, RefusedCodes))
                batch.SayUnstored(update, AppPhrases.Text("people.code_refused"));
            await guesses.NoteAsync(batch, stop);
            return;
        }

        if (batch.PersonAt(update) is null && !batch.IsFirstTime(update))
            return;
        var known = await batch.ArriveAsync(redemption.Person, stop);
        batch.Say(known.Person, new Reply(AppPhrases.Text("people.welcome." + (known.Person.Role is Role.Partner ? "partner" : "coordinator"), ("name", known.Person.Name)) + "\n" + notice.Text));
        await notice.NoteAsync(batch, known.Person, stop);
        await TalkAsync(batch, known, engine.Welcome(known.State, known.Speaker(areas), LocalTime(update)), update, stop);
        if (known.Person.Role is not Role.Partner)
            batch.Boards.Show(known.Person);
    }

    private static async Task NoteReachableAsync(IntakeBatch batch, Person person, bool reachable, CancellationToken stop)
    {
        if (person.Unreachable != reachable)
            return;
        person.Unreachable = !reachable;
        await batch.Db.People.Where(p => p.Id == person.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Unreachable, !reachable), stop);
    }

    private void AnswerStranger(IntakeBatch batch, ChannelUpdate update)
    {
        if (update.What is not Reachable && strangers.MayAnswer(update.Channel, update.ChatId, AnswersToStrangers))
            batch.SayUnstored(update, AppPhrases.Text("intake.stranger"));
    }

    private DateTimeOffset LocalTime(ChannelUpdate update) => turns.LocalTime(update);
}
