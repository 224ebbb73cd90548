using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PbfFieldBot.Outbox;

namespace PbfFieldBot.Schedule;

/// <summary>Looks every few minutes whether a digest is due: at the start too, for one that was missed.</summary>
internal sealed class DigestLoop(DigestSchedule schedule, OutboxSignal signal, TimeProvider clock, ILogger<DigestLoop> log) : BackgroundService
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await schedule.QueueDueAsync(stoppingToken) is var sent && sent > 0)
                    signal.Ring();
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.DigestsStumbled(error.GetType().Name);
            }

            await Task.Delay(Rest(), clock, stoppingToken);
        }
    }

    private TimeSpan Rest()
    {
        var rest = schedule.Next() - clock.GetUtcNow() ?? LongestRest;
        return rest > LongestRest ? LongestRest : rest < ShortestRest ? ShortestRest : rest;
    }
}
