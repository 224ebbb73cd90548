using PbfFieldBot.Engine.Conversations;

namespace PbfFieldBot.Outbox;

/// <summary>
/// When answers pile up in a chat (many messages in a moment, or a backlog after an outage), they leave as one message instead of a queue that takes minutes: each text
/// once, in order, under the buttons of the last. Only answers of a talk are joined: the buttons of earlier ones are over anyway.
/// </summary>
internal static class JoinedAnswers
{
    /// <summary>So many waiting answers are joined; fewer are what one turn may say.</summary>
    public const int Fewest = 4;

    private const string Between = "\n\n";

    /// <summary>One message for the first answers of a chat, with the numbers of those it stands for; null when they are not to be joined.</summary>
    /// <param name="waiting">All that waits for one chat, in the order of sending.</param>
    public static (OutgoingMessage Message, IReadOnlyList<long> Ids)? Of(IReadOnlyList<OutgoingMessage> waiting)
    {
        var answers = waiting.TakeWhile(MayBeJoined).ToList();
        if (answers.Count < Fewest)
            return null;
        List<string> texts = [];
        List<OutgoingMessage> taken = [];
        foreach (var answer in answers)
        {
            var fresh = texts.Contains(answer.Text) ? 0 : Between.Length + answer.Text.Length;
            if (taken.Count > 0 && texts.Sum(t => t.Length + Between.Length) + fresh > OutgoingMessage.LongestText)
                break;
            texts.Remove(answer.Text);
            texts.Add(answer.Text);
            taken.Add(answer);
        }

        return (Copy(taken[0], string.Join(Between, texts), taken[^1].Buttons), [.. taken.Select(t => t.Id)]);
    }

    private static bool MayBeJoined(OutgoingMessage message) =>
        message is { Priority: SendPriority.Answer, FileId: null, Slot: null, EditsMessageId: null } && message.ButtonRows().SelectMany(r => r).All(b => ButtonData.Read(b.Data) is not null);

    private static OutgoingMessage Copy(OutgoingMessage first, string text, string? buttons) => new()
    {
        Id = first.Id,
        Channel = first.Channel,
        ChatId = first.ChatId,
        Priority = first.Priority,
        DueAt = first.DueAt,
        Attempts = first.Attempts,
        Text = text,
        Buttons = buttons,
    };
}
