using Telegram.Bot;

namespace PbfFieldBot.Channels.Telegram;

/// <summary>Makes the clients of the Bot API: no retry of their own (each attempt is counted by the outbox), no logging of addresses, since they hold the token.</summary>
internal static class TelegramClients
{
    private static readonly TimeSpan PollPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SendPatience = TimeSpan.FromSeconds(20);

    /// <summary>For getUpdates: waits longer than a long poll.</summary>
    public static ITelegramBotClient ForPolling(TelegramSettings settings) => Make(settings, PollPatience);

    /// <summary>For everything that is sent.</summary>
    public static ITelegramBotClient ForSending(TelegramSettings settings) => Make(settings, SendPatience);

    private static TelegramBotClient Make(TelegramSettings settings, TimeSpan patience)
    {
        var options = new TelegramBotClientOptions(settings.Token, settings.BaseUrl?.ToString().TrimEnd('/')) { RetryCount = 0, RetryThreshold = 0 };
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) };
        return new TelegramBotClient(options, new HttpClient(handler) { Timeout = patience });
    }
}
