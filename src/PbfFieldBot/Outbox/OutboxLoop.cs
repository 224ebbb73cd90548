using Microsoft.Extensions.Hosting;

namespace PbfFieldBot.Outbox;

/// <summary>Runs the sender as long as the host runs.</summary>
internal sealed class OutboxLoop(OutboxSender sender) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => sender.RunAsync(stoppingToken);
}
