using System.Globalization;
using PbfFieldBot.Engine.Dialogs.Questions;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>What happens when a message in the middle of a conversation looks like another report.</summary>
internal sealed partial class Talk
{
    internal const int SlotsOfAClearReport = 2;

    /// <summary>The message when it clearly is another report than the one being filled; null when it is not.</summary>
    private string? OtherReport(Conversation conversation, Input input)
    {
        if (input is not Message { Text: var text } || conversation.State is ConversationState.Changing)
            return null;
        if (DialogNamed(text) is { } named && named.Id != conversation.Kind && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return text;
        var reading = engine.Messages.Read(text, Today, speaker.Area);
        return reading.Reports is [var report, ..] && report.Slots.Count >= SlotsOfAClearReport && engine.Catalog.Find(report.Kind) is not null ? text : null;
    }

    private Turn OfferOther(Conversation conversation, string text) =>
        ShowAgain(ConversationMachine.Move(conversation, ConversationTrigger.OfferOther) with { OtherMessage = text });

    private Turn Offering(Conversation conversation, Command? command)
    {
        var declined = ConversationMachine.Move(conversation, ConversationTrigger.DeclineOther) with { OtherMessage = null };
        switch (command)
        {
            case Command.Yes when paused.Count < Limits.PausedConversations:
                paused = paused.Add(ConversationMachine.Move(declined, ConversationTrigger.Pause));
                return IdleText(conversation.OtherMessage!);
            case Command.Yes:
                before.Add(Say.Text("talk.too_many_waiting", ("n", paused.Count)));
                return ShowAgain(declined);
            case Command.No or Command.Back:
                before.Add(Say.Text("other.declined"));
                return ShowAgain(declined);
            default:
                return ShowAgain(conversation);
        }
    }

    private Dialogs.Dialog OtherDialog(Conversation conversation) =>
        DialogNamed(conversation.OtherMessage!) ?? engine.Catalog.Find(engine.Messages.Read(conversation.OtherMessage!, Today, speaker.Area).Reports[0].Kind)!;
}
