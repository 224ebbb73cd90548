using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace PbfFieldBot.Channels.Telegram;

/// <summary>Deep links into the bot: pressing one sends "/start CODE".</summary>
internal static class TelegramLinks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The link for a code; null when Telegram does not tell the bot's name now.</summary>
    public static async Task<string?> ForAsync(TelegramSettings settings, string code, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        try
        {
            var bot = await TelegramClients.ForSending(settings).GetMe(limit.Token);
            return $"https://t.me/{bot.Username}?start={code}";
        }
        catch (Exception error) when (error is RequestException or HttpRequestException || (error is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return null;
        }
    }
}
