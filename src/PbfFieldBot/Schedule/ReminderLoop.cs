using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PbfFieldBot.Outbox;

namespace PbfFieldBot.Schedule;

/// <summary>Looks every few minutes whether somebody is to be reminded.</summary>
internal sealed class ReminderLoop(ReminderSchedule schedule, OutboxSignal signal, TimeProvider clock, ILogger<ReminderLoop> log) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await schedule.QueueDueAsync(stoppingToken) > 0)
                    signal.Ring();
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.RemindersStumbled(error.GetType().Name);
            }

            await Task.Delay(BetweenLooks, clock, stoppingToken);
        }
    }
}
