using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telegram.Bot;

namespace PbfFieldBot.Channels.Telegram;

/// <summary>Tells Telegram where to bring updates, until it has understood. Several replicas say the same.</summary>
internal sealed class WebhookRegistration(ITelegramBotClient client, TelegramSettings settings, TelegramState state, TimeProvider clock, ILogger<WebhookRegistration> log) : BackgroundService
{
    private const int Connections = 100;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        state.Word = TelegramState.Waiting;
        for (var pause = ShortestPause; !stoppingToken.IsCancellationRequested; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await client.SetWebhook(settings.PublicUrl!.ToString(), maxConnections: Connections, allowedUpdates: TelegramUpdates.Wanted, secretToken: settings.WebhookSecret, cancellationToken: stoppingToken);
                state.Word = TelegramState.Webhook;
                return;
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Telegram did not take the webhook ({Kind}); next try in {Seconds} s", trouble.GetType().Name, pause.TotalSeconds);
            }

            await Task.Delay(pause, clock, stoppingToken);
        }
    }
}
