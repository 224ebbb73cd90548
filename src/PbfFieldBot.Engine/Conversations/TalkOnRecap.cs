using System.Globalization;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>What happens at the end: the recap, the change of an answer, the confirmation.</summary>
internal sealed partial class Talk
{
    private Turn OnRecap(Conversation conversation, Input input, Command? command)
    {
        switch (command)
        {
            case Command.Yes or Command.Done:
                return Confirmed(conversation);
            case Command.Change or Command.No:
                return ChooseChange(conversation);
            case Command.Back:
                return conversation.Trail.Count > 0 ? Back(conversation) : ChooseChange(conversation);
        }

        if (MayTell && (TellerIn(conversation, input) is { } told))
            return told;
        if (input is Message said && Amended(conversation, said.Text) is { } amended)
            return amended;
        if (input is Message words && QuestionNamed(conversation, words.Text) is { } question)
            return Change(conversation, question);
        if (OtherReport(conversation, input) is { } other)
            return OfferOther(conversation, other);
        return Show(conversation, RecapScreen(conversation) with { Text = Say.Text("recap.yes_or_change") });
    }

    private Turn Choosing(Conversation conversation, Input input, Command? command)
    {
        if (command is Command.Back or Command.No or Command.Done)
            return conversation.Corrects is not null && !IsChanged(conversation) ? Cancelled(conversation) : Next(conversation);
        var changeable = Changeable(conversation);
        var question = input switch
        {
            Press press when press.Code.StartsWith('f') && Index(press.Code, changeable.Count) is { } index => changeable[index],
            Message message when int.TryParse(message.Text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= changeable.Count => changeable[n - 1],
            Message message => QuestionNamed(conversation, message.Text),
            _ => null,
        };
        if (question is not null)
            return Change(conversation, question);
        before.Add(Say.Text("recap.not_a_line"));
        return ShowAgain(conversation);
    }

    private Turn ChooseChange(Conversation conversation) =>
        ShowAgain(ConversationMachine.Move(conversation, ConversationTrigger.ChooseChange) with { Asking = null, Part = null });

    private Turn Change(Conversation conversation, Question question) =>
        Ask(Forgotten(conversation, question.Name), new NextQuestion(question, null), ConversationTrigger.PickChange);

    private List<Question> Changeable(Conversation conversation) =>
        [.. progress!.Dialog.Questions.Where(q => q.IsAsked && progress.IsRelevant(q, conversation))];

    // "date", "corriger la date", "les participants": the question whose title or name stands in the words.
    private Question? QuestionNamed(Conversation conversation, string text)
    {
        var padded = " " + Folding.Fold(text) + " ";
        if (padded.Length > Limits.ChoiceLabelCharacters)
            return null;
        return Changeable(conversation)
            .Where(q => Has(q.Title) || Has(q.Name.Replace('_', ' ')))
            .MaxBy(q => q.Title.Length);
        bool Has(string words) => padded.Contains(" " + Folding.Fold(words) + " ", StringComparison.Ordinal);
    }

    private Turn Confirmed(Conversation conversation, SameEventAnswer? sameEvent = null)
    {
        var (current, next) = progress!.Advance(conversation);
        if (next is not null)
            return Ask(current, next, ConversationTrigger.Ask);
        ConversationMachine.Move(conversation, ConversationTrigger.Confirm);
        var relevant = progress.Dialog.Questions.Where(q => progress.IsRelevant(q, current)).Select(q => q.Name).ToHashSet();
        submitted = new ConfirmedReport(conversation.Kind, conversation.DialogKey, current.Answers.RemoveRange(current.Answers.Keys.Where(k => !relevant.Contains(k))))
        {
            Corrects = conversation.Corrects,
            SameEvent = sameEvent,
            ToldBy = conversation.ToldBy,
            Heard = conversation.State is ConversationState.Recap ? Hear(conversation.Heard, "") : conversation.Heard,
        };
        var note = string.Join('\n', WaitingNote());
        return Ended(null, state.Turn, note.Length == 0 ? [] : [new Reply(note)]);
    }

    private Screens.Screen RecapScreen(Conversation conversation) => Screens.RecapOf(progress!.Dialog, conversation, MayTell && conversation.Corrects is null);
}
