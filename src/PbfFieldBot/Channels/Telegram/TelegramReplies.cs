using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Outbox;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace PbfFieldBot.Channels.Telegram;

/// <summary>Turns our messages into Telegram's: plain text, inline buttons.</summary>
internal static class TelegramReplies
{
    /// <summary>The buttons under a message; null when there are none.</summary>
    public static InlineKeyboardMarkup? Keyboard(OutgoingMessage message) => message.Buttons is { } json
        ? new InlineKeyboardMarkup(ConversationJson.Read<List<List<Button>>>(json).Select(row => row.Select(b => InlineKeyboardButton.WithCallbackData(b.Label, b.Data))))
        : null;

    /// <summary>
    /// An alert shows its first line only until it is touched, so that a locked screen tells nothing more. A piece of text is marked by its place: nothing that people write can break it.
    /// </summary>
    public static MessageEntity[]? Hidden(OutgoingMessage message)
    {
        var second = message.Text.IndexOf('\n', StringComparison.Ordinal) + 1;
        return message.Priority is SendPriority.Alert && second > 0 && second < message.Text.Length
            ? [new MessageEntity { Type = MessageEntityType.Spoiler, Offset = second, Length = message.Text.Length - second }]
            : null;
    }

    /// <summary>The text beside a picture or document, cut at a line or a word, never inside a pair, and then with an ellipsis; null when there is none.</summary>
    public static string? Caption(OutgoingMessage message) => message.Text.Length == 0 ? null : Cut(message.Text, OutgoingMessage.LongestCaption);

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var cut = text.LastIndexOf('\n', longest - 2);
        if (cut < longest / 2)
            cut = text.LastIndexOf(' ', longest - 2);
        if (cut < longest / 2)
            cut = longest - 2;
        if (char.IsHighSurrogate(text[cut - 1]))
            cut--;
        return text[..cut] + "\u2026";
    }
}
