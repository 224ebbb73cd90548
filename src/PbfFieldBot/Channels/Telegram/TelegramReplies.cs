using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Outbox;
using Telegram.Bot.Types.ReplyMarkups;

namespace PbfFieldBot.Channels.Telegram;

/// <summary>Turns our messages into Telegram's: plain text of at most 4,096 UTF-16 units, inline buttons.</summary>
internal static class TelegramReplies
{
    /// <summary>The longest text of one message (Bot API).</summary>
    public const int LongestText = 4096;

    /// <summary>The buttons under a message; null when there are none.</summary>
    public static InlineKeyboardMarkup? Keyboard(OutgoingMessage message) => message.Buttons is { } json
        ? new InlineKeyboardMarkup(ConversationJson.Read<List<List<Button>>>(json).Select(row => row.Select(b => InlineKeyboardButton.WithCallbackData(b.Label, b.Data))))
        : null;

    /// <summary>The text; a longer one is cut at a line or a word, never inside a pair, and says so by an ellipsis.</summary>
    public static string Text(OutgoingMessage message)
    {
        var text = message.Text;
        if (text.Length <= LongestText)
            return text;
        var cut = text.LastIndexOf('\n', LongestText - 2);
        if (cut < LongestText / 2)
            cut = text.LastIndexOf(' ', LongestText - 2);
        if (cut < LongestText / 2)
            cut = LongestText - 2;
        if (char.IsHighSurrogate(text[cut - 1]))
            cut--;
        return text[..cut] + "\u2026";
    }
}
