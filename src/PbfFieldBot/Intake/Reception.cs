using PbfFieldBot.Channels;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Intake;

/// <summary>What each happening leads to: a talk with the engine, an arrival by invitation, a review, or one polite sentence.</summary>
internal sealed class Reception(ConversationEngine engine, DialogVersions versions, Areas areas, Filing filing, Reviews reviews, TimeZoneInfo zone)
{
    private const int AnswersToStrangers = 1;
    private const int RefusedCodes = 5;
    private readonly Strangers strangers = new();

    public async Task TakeAsync(IntakeBatch batch, ChannelUpdate update, CancellationToken stop)
    {
        var known = batch.PersonAt(update);
        if (update.What is NotPrivate { Answer: var answer })
            Decline(batch, update, answer);
        else if (update.What is Started { Code.Length: > 0 } start)
            await ArriveAsync(batch, update, start.Code, stop);
        else if (known is null)
            AnswerStranger(batch, update);
        else
        {
            batch.Remember(update);
            if (known.Person.Unreachable && update.What is not Reachable)
                known.Person.Unreachable = false;
            await TakeAsync(batch, known, update, stop);
        }
    }

    private async Task TakeAsync(IntakeBatch batch, Known known, ChannelUpdate update, CancellationToken stop)
    {
        switch (update.What)
        {
            case Said said:
                await TalkAsync(batch, known, engine.Take(known.State, said.Input, known.Speaker(areas), LocalTime(update)), update, stop);
                break;
            case Pressed { Data: { } data } when ReviewPress.Read(data) is { } review:
                batch.Say(known.Person, await reviews.DecideAsync(batch.Db, known.Person, review, batch.Now, stop));
                break;
            case Pressed { Data: { } data } when ButtonData.Read(data) is { } press:
                await TalkAsync(batch, known, engine.Take(known.State, press, known.Speaker(areas), LocalTime(update)), update, stop);
                break;
            case Pressed:
                batch.Say(known.Person, new Reply(AppPhrases.Text("intake.unknown_button")));
                break;
            case Started:
                await TalkAsync(batch, known, engine.Welcome(known.State, known.Speaker(areas), LocalTime(update)), update, stop);
                break;
            case Edited:
                batch.Say(known.Person, new Reply(AppPhrases.Text("intake.edited")));
                break;
            case Reachable { Yes: var yes }:
                known.Person.Unreachable = !yes;
                break;
            default:
                throw new InvalidOperationException("an unknown happening: " + update.What.GetType().Name);
        }
    }

    private async Task TalkAsync(IntakeBatch batch, Known known, Turn turn, ChannelUpdate update, CancellationToken stop)
    {
        known.State = turn.State;
        foreach (var reply in turn.Replies)
            batch.Say(known.Person, reply);
        foreach (var conversation in turn.State.Active is { } active ? turn.State.Paused.Add(active) : turn.State.Paused)
            if (batch.DialogKeys.Add(conversation.DialogKey))
                versions.Keep(batch.Db, conversation.DialogKey);
        if (turn.Submitted is { } report)
            batch.Say(known.Person, await filing.FileAsync(batch.Db, report, new Author(known.Person, known.Organisation), LocalTime(update), batch.Now, stop));
    }

    private async Task ArriveAsync(IntakeBatch batch, ChannelUpdate update, string code, CancellationToken stop)
    {
        var redemption = await Invitations.RedeemAsync(batch.Db, code, update.Channel, update.ChatId, batch.Now, stop);
        if (redemption.Person is null)
        {
            // A known person is told as often as it happens; a stranger a few times only.
            if (batch.PersonAt(update) is not null || strangers.MayAnswer(update.Channel, update.ChatId, RefusedCodes))
                batch.SayUnstored(update, AppPhrases.Text("people.code_refused"));
            return;
        }

        batch.Remember(update);
        var known = await batch.ArriveAsync(redemption.Person, stop);
        batch.Say(known.Person, new Reply(AppPhrases.Text("people.welcome." + (known.Person.Role is Role.Partner ? "partner" : "coordinator"), ("name", known.Person.Name))));
        await TalkAsync(batch, known, engine.Welcome(known.State, known.Speaker(areas), LocalTime(update)), update, stop);
    }

    private void AnswerStranger(IntakeBatch batch, ChannelUpdate update)
    {
        if (update.What is not Reachable && strangers.MayAnswer(update.Channel, update.ChatId, AnswersToStrangers))
            batch.SayUnstored(update, AppPhrases.Text("intake.stranger"));
    }

    private void Decline(IntakeBatch batch, ChannelUpdate update, bool answer)
    {
        if (answer && strangers.MayAnswer(update.Channel, update.ChatId, AnswersToStrangers))
            batch.SayUnstored(update, AppPhrases.Text("intake.not_private"));
    }

    private DateTimeOffset LocalTime(ChannelUpdate update) => TimeZoneInfo.ConvertTime(update.SentAt, zone);
}
