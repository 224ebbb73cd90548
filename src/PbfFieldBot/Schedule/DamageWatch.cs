using Microsoft.Extensions.Hosting;
using PbfFieldBot.Data;

namespace PbfFieldBot.Schedule;

/// <summary>
/// Looks over the database's file while the bot runs: of pages that are remembered, the copy on the disk may be damaged for weeks and no answer shows it. A larger file is
/// looked at less often, so that looking takes no more than a small share of the time.
/// </summary>
internal sealed class DamageWatch(FieldDatabase database, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(20);
    private const int ShareOfTheTime = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = BetweenLooks;
        while (true)
        {
            await Task.Delay(pause, clock, stoppingToken);
            var start = clock.GetTimestamp();
            database.LookForDamage();
            var took = clock.GetElapsedTime(start) * ShareOfTheTime;
            pause = took > BetweenLooks ? took : BetweenLooks;
        }
    }
}
