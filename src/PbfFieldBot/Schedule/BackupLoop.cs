using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PbfFieldBot.Data;

namespace PbfFieldBot.Schedule;

/// <summary>Writes one backup a day while the bot runs. A day that fails is tried again every hour.</summary>
internal sealed class BackupLoop(Settings settings, string folder, TimeProvider clock, ILogger<BackupLoop> log) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), settings.Zone).DateTime);
                if (await Backup.WriteDailyAsync(settings.Database.SqliteFile, folder, settings.BackupKeep, today, stoppingToken))
                    log.BackupWritten();
            }
            catch (Exception error) when (error is RefusedException or IOException or UnauthorizedAccessException)
            {
                log.BackupFailed((error.InnerException ?? error).GetType().Name);
            }

            await Task.Delay(BetweenLooks, clock, stoppingToken);
        }
    }
}
