using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PbfFieldBot.Schedule;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace PbfFieldBot.Channels.Telegram;

/// <summary>
/// Tells Telegram where to bring updates, until it has understood, and looks every few minutes whether it still does: then the bot is there for everybody. Several replicas
/// say the same.
/// </summary>
internal sealed class WebhookRegistration(ITelegramBotClient client, TelegramSettings settings, TelegramState state, Presence presence, TimeProvider clock, ILogger<WebhookRegistration> log) : BackgroundService
{
    private const int Connections = 100;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(5);
    private readonly string address = settings.PublicUrl!.ToString();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        state.Word = TelegramState.Waiting;
        for (var trouble = TimeSpan.Zero; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                if (await IsReachedAsync(stoppingToken))
                    await presence.NoteAsync(stoppingToken);
                trouble = TimeSpan.Zero;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                trouble = trouble == TimeSpan.Zero ? ShortestPause : trouble * 2 < LongestPause ? trouble * 2 : LongestPause;
                log.WebhookNotTaken(error.GetType().Name, trouble.TotalSeconds);
            }

            await Task.Delay(trouble == TimeSpan.Zero ? BetweenLooks : trouble, clock, stoppingToken);
        }
    }

    // True when Telegram brings here what people write: it knows the address, and nothing waits because it could not be brought.
    private async Task<bool> IsReachedAsync(CancellationToken stop)
    {
        if (state.Word != TelegramState.Webhook)
        {
            await SetAsync(stop);
            return true;
        }

        try
        {
            var known = await client.GetWebhookInfo(stop);
            if (known.Url != address)
                await SetAsync(stop);
            return known.PendingUpdateCount == 0 || known.LastErrorDate is not { } error || clock.GetUtcNow() - error > BetweenLooks;
        }
        catch (ApiRequestException)
        {
            // It answered: the way there is open.
            return true;
        }
    }

    private async Task SetAsync(CancellationToken stop)
    {
        await client.SetWebhook(address, maxConnections: Connections, allowedUpdates: TelegramUpdates.Wanted, secretToken: settings.WebhookSecret, cancellationToken: stop);
        state.Word = TelegramState.Webhook;
    }
}
