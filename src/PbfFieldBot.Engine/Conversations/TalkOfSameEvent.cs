using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>What happens when somebody already told what looks like the same event.</summary>
internal sealed partial class Talk
{
    internal const string Same = "same";
    internal const string Other = "other";

    public Turn AskSameEvent(SimilarReport other)
    {
        var confirmed = state.Active ?? throw new InvalidOperationException("nothing was confirmed");
        progress = new Progress(engine.DialogOf(confirmed.DialogKey)!, speaker, at, engine.Places);
        return ShowAgain(ConversationMachine.Move(confirmed, ConversationTrigger.AskSameEvent) with { Similar = other, Heard = Hear(confirmed.Heard, "") });
    }

    private Turn OnSameEvent(Conversation conversation, Input input, Command? command)
    {
        var other = conversation.Similar!.Submission;
        switch (command)
        {
            case Command.Yes:
                return Confirmed(conversation, new SameEventAnswer(other, true));
            case Command.No:
                return Confirmed(conversation, new SameEventAnswer(other, false));
            case Command.Pass:
                return Confirmed(conversation, new SameEventAnswer(other, null));
            case Command.Back or Command.Change:
                return Next(conversation with { Similar = null });
        }

        if (SaysSame(input) is { } same)
            return Confirmed(conversation, new SameEventAnswer(other, same));
        if (OtherReport(conversation, input) is not { } next)
            return ShowAgain(conversation);

        // Somebody who goes on to the next report does not know: the coordinator will see both.
        Confirmed(conversation, new SameEventAnswer(other, null));
        return IdleText(next);
    }

    private static bool? SaysSame(Input input) => input switch
    {
        Press { Code: Same } => true,
        Press { Code: Other } => false,
        Message { Text: var text } => Folding.Fold(text).Split(' ') is var words && words.Length > 6 ? null
            : words.Intersect(["autre", "autres", "different", "differente", "deux"]).Any() ? false
            : words.Contains("meme") ? true : null,
        _ => null,
    };
}
