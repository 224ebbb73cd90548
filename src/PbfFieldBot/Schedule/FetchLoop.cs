using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PbfFieldBot.Intake;
using PbfFieldBot.Outbox;

namespace PbfFieldBot.Schedule;

/// <summary>Brings down files as long as the program runs: at once after the commit that named one, and again after a failure.</summary>
internal sealed class FetchLoop(FileFetcher fetcher, Bell bell, TimeProvider clock, ILogger<FetchLoop> log, Action sent) : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var rest = AfterTrouble;
            try
            {
                rest = await fetcher.FetchDueAsync(stoppingToken);
                sent();
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.FetchingStumbled(error.GetType().Name);
            }

            await bell.WaitAsync(rest, clock, stoppingToken);
        }
    }
}
