using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PbfFieldBot.Channels.Telegram;

/// <summary>
/// Requests under way become one transaction: those that came while the last one was committed are handled together, in the order of their coming, and each is answered
/// after the commit.
/// </summary>
internal sealed class WebhookQueue(TelegramIntake intake, ILogger<WebhookQueue> log) : BackgroundService
{
    private const int MostTogether = 100;
    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(1000);

    /// <summary>True once the update is committed; false when the database cannot take it now, and Telegram must bring it again.</summary>
    public async Task<bool> TakeAsync(RawUpdate update, CancellationToken stop)
    {
        var waiting = new Waiting(update);
        return queue.Writer.TryWrite(waiting) && await waiting.Done.Task.WaitAsync(stop);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<Waiting> batch = [];
        while (await queue.Reader.WaitToReadAsync(stoppingToken))
        {
            batch.Clear();
            while (batch.Count < MostTogether && queue.Reader.TryRead(out var next))
                batch.Add(next);
            var committed = await TakeAsync(batch, stoppingToken);
            foreach (var waiting in batch)
                waiting.Done.TrySetResult(committed);
        }
    }

    private async Task<bool> TakeAsync(List<Waiting> batch, CancellationToken stop)
    {
        try
        {
            await intake.HandleAsync([.. batch.Select(w => w.Update)], stop);
            return true;
        }
        catch (Exception trouble)
        {
            log.UpdatesNotStored(batch.Count, trouble.GetType().Name);
            return false;
        }
    }

    private sealed record Waiting(RawUpdate Update)
    {
        public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
