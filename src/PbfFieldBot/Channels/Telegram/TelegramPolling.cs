using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PbfFieldBot.Data;
using PbfFieldBot.Schedule;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace PbfFieldBot.Channels.Telegram;

/// <summary>
/// Takes updates by long polling. The next poll confirms the batch, so it is asked only after the commit; presses are answered after the commit too.
/// Nothing that Telegram answers ends the loop: it waits, longer each time, and says so at most twice a minute. Of several replicas one polls.
/// </summary>
internal sealed class TelegramPolling(ITelegramBotClient poller, TelegramIntake intake, Presence presence, FieldDatabase database, TelegramState state, TimeProvider clock, ILogger<TelegramPolling> log) : BackgroundService
{
    private const int BatchSize = 100;
    private const int PollSeconds = 25;
    private const int MostParts = 5;
    private const int NoOffset = 0;
    private static readonly TimeSpan BetweenParts = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenComplaints = TimeSpan.FromSeconds(30);
    private DateTimeOffset mayComplainAt;
    private bool webhookIsGone;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            state.Word = TelegramState.Waiting;
            await using var turn = await database.TurnAsync(TurnKind.Polling, stoppingToken);
            state.Word = TelegramState.Polling;
            using var ours = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, turn.Lost);
            await RunAsync(ours.Token);
        }
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        var offset = NoOffset;
        var pause = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (pause > TimeSpan.Zero)
                    await Task.Delay(pause, clock, stoppingToken);
                if (!webhookIsGone)
                    await ForgetWebhookAsync(stoppingToken);
                offset = await TakeAsync(offset, stoppingToken);
                pause = TimeSpan.Zero;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble)
            {
                pause = PauseAfter(trouble, pause);
                Complain(trouble, pause);
            }
        }
    }

    // Telegram gives nothing to a poller while a webhook is set.
    private async Task ForgetWebhookAsync(CancellationToken stop)
    {
        await poller.DeleteWebhook(cancellationToken: stop);
        webhookIsGone = true;
    }

    // One poll and its commit; returns the offset that confirms it. What is to be confirmed is confirmed by a short poll; the long one names no offset: after a quiet
    // week Telegram numbers anew, perhaps lower, and an offset would throw those updates away unseen.
    private async Task<int> TakeAsync(int offset, CancellationToken stop)
    {
        var updates = await PollAsync(offset, offset == NoOffset ? PollSeconds : 0, stop);
        await presence.NoteAsync(stop);

        // The rest of a paste is a moment behind. Nothing is confirmed by asking again with the same offset.
        for (var more = 0; more < MostParts && updates.Count is > 0 and < BatchSize && Pastes.MayGoOn(updates[^1].Read(clock.GetUtcNow())); more++)
        {
            await Task.Delay(BetweenParts, clock, stop);
            var before = updates.Count;
            updates = await PollAsync(offset, 0, stop);
            if (updates.Count == before)
                break;
        }

        await intake.HandleAsync(updates, stop);
        return updates.Count == 0 ? NoOffset : updates[^1].Id + 1;
    }

    // One update of a shape that the library does not know makes it refuse the whole answer: then the answer is taken word for word, and each update read alone.
    private async Task<IReadOnlyList<RawUpdate>> PollAsync(int offset, int seconds, CancellationToken stop)
    {
        try
        {
            return [.. (await poller.GetUpdates(offset, BatchSize, seconds, TelegramUpdates.Wanted, stop)).Select(u => new RawUpdate(u.Id, u))];
        }
        catch (RequestException refusal) when (refusal is { HttpStatusCode: HttpStatusCode.OK, InnerException: JsonException })
        {
            var raw = await poller.SendRequest(new RawUpdatesRequest { Offset = offset, Limit = BatchSize, AllowedUpdates = TelegramUpdates.Wanted }, stop);
            return [.. raw.Select(RawUpdate.Of).OfType<RawUpdate>()];
        }
    }

    private static TimeSpan PauseAfter(Exception trouble, TimeSpan before)
    {
        if (trouble is ApiRequestException { Parameters.RetryAfter: { } seconds })
            return TimeSpan.FromSeconds(seconds);
        var longer = before == TimeSpan.Zero ? ShortestPause : before * 2;
        return longer < LongestPause ? longer : LongestPause;
    }

    // Only the kind and the code: a message could hold an address, and an address holds the token.
    private void Complain(Exception trouble, TimeSpan pause)
    {
        if (clock.GetUtcNow() < mayComplainAt)
            return;
        mayComplainAt = clock.GetUtcNow() + BetweenComplaints;
        log.NoUpdates(trouble.GetType().Name, (trouble as ApiRequestException)?.ErrorCode, pause.TotalSeconds);
    }
}
