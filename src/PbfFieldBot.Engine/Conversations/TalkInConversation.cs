using System.Collections.Immutable;
using System.Globalization;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>What happens in an open conversation: commands, answers, recap, change of an answer.</summary>
internal sealed partial class Talk
{
    private Progress? progress;

    private Turn InConversation(Conversation conversation, Input input)
    {
        var command = input switch
        {
            Press press => Commands.OfCode(press.Code),
            Message message => Commands.Of(message.Text),
            _ => null,
        };
        return command switch
        {
            Command.Help => Helped(conversation),
            Command.Later => Later(conversation),
            Command.Cancel => Cancelled(conversation),
            Command.Resume or Command.Menu => ShowAgain(conversation),
            _ => conversation.State switch
            {
                ConversationState.Asking or ConversationState.Changing or ConversationState.AskedAgain => Answering(conversation, input, command),
                ConversationState.SameEvent => OnSameEvent(conversation, input, command),
                ConversationState.Recap => OnRecap(conversation, input, command),
                ConversationState.ChoosingChange => Choosing(conversation, input, command),
                ConversationState.OfferingOther => Offering(conversation, command),
                _ => throw new InvalidOperationException("no talk in state " + conversation.State),
            },
        };
    }

    private Turn Answering(Conversation conversation, Input input, Command? command)
    {
        var question = Asked(conversation);
        switch (command)
        {
            case Command.Back or Command.Change:
                return Back(conversation);
            case Command.Pass:
                return Pass(conversation, question);
            case Command.Done or Command.No when question is SelectMultipleQuestion && conversation.Answers.ContainsKey(question.Name):
                return Next(Answered(conversation, question));
            case Command.No when conversation.Offered.Count > 0:
                return ShowAgain(conversation with { Offered = [] });
        }

        if (input is Message { Text: var words } && conversation is { Tries: 0, State: ConversationState.Asking } && AmendedBefore(conversation, words) is { } amended)
            return amended;
        if (OfferedValue(conversation, input, command) is { } offered)
            return Accept(conversation, question, new Accepted(offered));
        if (input is Press press)
            return Pressed(conversation, question, press);
        return progress!.Read(question, input, conversation) switch
        {
            Accepted accepted when question is not TextQuestion || OtherReport(conversation, input) is null => Accept(conversation, question, accepted),
            Undecided undecided => Undecided(conversation, undecided),
            Refused refused => OtherReport(conversation, input) is { } other ? OfferOther(conversation, other) : Refuse(conversation, question, refused, input),
            _ => OfferOther(conversation, ((Message)input).Text),
        };
    }

    private Turn Pressed(Conversation conversation, Question question, Press press)
    {
        if (!press.Code.StartsWith('c') || Index(press.Code, question.Buttons.Count) is not { } index)
            return ShowAgain(conversation);
        var choice = question.Buttons[index];
        if (question is SelectMultipleQuestion)
        {
            var names = (conversation.Answers.GetValueOrDefault(question.Name) as ChoicesAnswer)?.Names ?? [];
            var all = new ChoicesAnswer([.. question.Buttons.Select(c => c.Name).Where(n => n == choice.Name || names.Contains(n))]);
            var chosen = conversation with { Answers = conversation.Answers.SetItem(question.Name, all) };
            return all.Names.Count == question.Buttons.Count ? Next(Answered(chosen, question)) : ShowAgain(chosen);
        }

        AnswerValue value = question is TextQuestion ? new TextAnswer(choice.Label) : new ChoicesAnswer([choice.Name]);
        return progress!.Allows(question, value, conversation)
            ? Accept(conversation, question, new Accepted(value))
            : Refuse(conversation, question, new Refused(RejectReasons.Constraint, question.Source.ConstraintMessage ?? Say.Text("reject.constraint")), press);
    }

    private static AnswerValue? OfferedValue(Conversation conversation, Input input, Command? command)
    {
        var offered = conversation.Offered;
        if (offered.Count == 0)
            return null;
        if (input is Press press)
            return press.Code.StartsWith('o') && Index(press.Code, offered.Count) is { } index ? offered[index].Value : null;
        if (command is Command.Yes && offered.Count == 1)
            return offered[0].Value;
        if (input is not Message message)
            return null;
        var folded = Folding.Fold(message.Text);
        if (offered[0].Value is not DateAnswer && int.TryParse(folded, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= offered.Count)
            return offered[number - 1].Value;
        return offered.FirstOrDefault(o => Folding.Fold(o.Label) == folded)?.Value;
    }

    private static int? Index(string code, int count) =>
        int.TryParse(code.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < count ? index : null;

    private Turn Accept(Conversation conversation, Question question, Accepted accepted)
    {
        if (accepted.Note is { } note)
            before.Add(note);
        var heard = Hear(conversation.Heard, question.Name);
        return Next(Answered(conversation with { Answers = conversation.Answers.SetItem(question.Name, accepted.Value), Heard = heard }, question));
    }

    private ImmutableDictionary<long, string> Hear(ImmutableDictionary<long, string> heard, string question) => message == 0 ? heard : heard.SetItem(message, question);

    private static Conversation Answered(Conversation conversation, Question question) => conversation with
    {
        Trail = conversation.State is ConversationState.Changing ? conversation.Trail : conversation.Trail.Remove(question.Name).Add(question.Name),
    };

    private Turn Undecided(Conversation conversation, Undecided undecided)
    {
        var offering = conversation with { Offered = [.. undecided.Options] };
        var screen = AskScreen(offering);
        return Show(offering, screen with { Text = undecided.Sentence });
    }

    private Turn Refuse(Conversation conversation, Question question, Refused refused, Input input)
    {
        var tried = conversation with
        {
            Tries = conversation.Tries + 1,
            Offered = conversation.Tries + 1 >= Limits.TriesBeforeHelp ? [.. engine.Screens.HelpfulOptions(question, speaker, Today)] : [],
            KeptWords = refused.Code == RejectReasons.DateRange && input is Message message ? message.Text : conversation.KeptWords,
        };
        var screen = AskScreen(tried);
        List<string> lines = [refused.Sentence];
        if (refused.Code is RejectReasons.NeedsWords or RejectReasons.Empty)
            lines.Add(screen.Text);
        else if (tried.Tries > 1 && question.Source.Hint is { } hint)
            lines.Add(hint);
        if (tried.Tries >= Limits.TriesBeforeHelp)
            lines.AddRange(engine.Screens.WayOut(mayPass: conversation.Part is not null || !question.Source.Required));
        return Show(tried, screen with { Text = string.Join('\n', lines) });
    }

    private Turn Pass(Conversation conversation, Question question)
    {
        if (conversation.Part is null && question.Source.Required)
        {
            before.Add(question.Source.RequiredMessage ?? Say.Text("question.needed"));
            return ShowAgain(conversation);
        }

        var passed = conversation with { Passed = conversation.Passed.Add(conversation.Part is { } part ? question.Name + "." + part : question.Name) };
        if (conversation.Part is null)
            passed = passed with { Answers = passed.Answers.Remove(question.Name) };
        return Next(Answered(passed, question));
    }

    private Turn Back(Conversation conversation)
    {
        if (conversation.State is ConversationState.Changing)
            return Next(conversation);
        if (conversation.State is ConversationState.AskedAgain)
            return ShowAgain(conversation);
        if (conversation.Trail.Count == 0)
        {
            before.Add(Say.Text("question.first"));
            return ShowAgain(conversation);
        }

        var name = conversation.Trail[^1];
        var again = Forgotten(conversation with { Trail = conversation.Trail.RemoveAt(conversation.Trail.Count - 1) }, name);
        return Ask(again with { Answers = again.Answers.Remove(name) }, new NextQuestion(progress!.Dialog.Find(name)!, null), ConversationTrigger.Ask);
    }

    private static Conversation Forgotten(Conversation conversation, string name) =>
        conversation with { Passed = conversation.Passed.Except(conversation.Passed.Where(p => p == name || p.StartsWith(name + ".", StringComparison.Ordinal))) };

    private Turn Cancelled(Conversation conversation)
    {
        ConversationMachine.Move(conversation, ConversationTrigger.Cancel);
        var said = conversation.Corrects is { } correction ? Say.Text("sent.unchanged", ("receipt", correction.Receipt)) : Say.Text("talk.cancelled");
        return Ended(null, state.Turn, new Reply(string.Join('\n', [said, .. WaitingNote()])));
    }

    private Turn Later(Conversation conversation)
    {
        if (paused.Count >= Limits.PausedConversations)
        {
            before.Add(Say.Text("talk.too_many_waiting", ("n", paused.Count)));
            return ShowAgain(conversation);
        }

        paused = paused.Add(ConversationMachine.Move(conversation, ConversationTrigger.Pause));
        return Ended(null, state.Turn, new Reply(Say.Text("talk.later")));
    }

    private Turn Helped(Conversation conversation)
    {
        before.Add(engine.Screens.Help(speaker, conversation.Asking is { } name ? progress!.Dialog.Find(name) : null));
        return ShowAgain(conversation);
    }

    private Turn Next(Conversation conversation)
    {
        var (current, next) = progress!.Advance(conversation);
        if ((next ?? Contradicted(current)) is { } asked)
            return Ask(current, asked, ConversationTrigger.Ask);
        if (current.State is ConversationState.AskedAgain)
            return Confirmed(current);
        if (current.Corrects is not null && !IsChanged(current))
            return Unchanged(current);
        var recap = ConversationMachine.Move(current, ConversationTrigger.Complete) with { Asking = null, Part = null, Offered = [], Tries = 0, KeptWords = null };
        return Show(recap, RecapScreen(recap));
    }

    private Turn Ask(Conversation conversation, NextQuestion next, ConversationTrigger trigger)
    {
        var asking = ConversationMachine.Move(conversation, trigger) with { Asking = next.Question.Name, Part = next.Part, Offered = [], Tries = 0, KeptWords = null };
        return Show(asking, AskScreen(asking));
    }

    private Turn ShowAgain(Conversation conversation) => Show(conversation, conversation.State switch
    {
        ConversationState.Asking or ConversationState.Changing or ConversationState.AskedAgain => AskScreen(conversation),
        ConversationState.SameEvent => Screens.SameEvent(progress!.Dialog, conversation),
        ConversationState.Recap => RecapScreen(conversation),
        ConversationState.ChoosingChange => Screens.ChooseChange(Changeable(conversation), conversation),
        ConversationState.OfferingOther => engine.Screens.OfferOther(progress!.Dialog, OtherDialog(conversation)),
        _ => throw new InvalidOperationException("nothing to show in state " + conversation.State),
    });

    private Screens.Screen AskScreen(Conversation conversation) =>
        engine.Screens.Ask(progress!, conversation, new NextQuestion(Asked(conversation), conversation.Part));

    private Question Asked(Conversation conversation) =>
        progress!.Dialog.Find(conversation.Asking ?? "") ?? throw new InvalidOperationException("no question is asked in state " + conversation.State);
}
