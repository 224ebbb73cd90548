using Microsoft.Extensions.Hosting;
using PbfFieldBot.Data;

namespace PbfFieldBot.Outbox;

/// <summary>
/// Runs the sender as long as the host runs. Of several replicas one sends at a time: each message then has one sender, chats keep their order and the limits hold.
/// </summary>
internal sealed class OutboxLoop(OutboxSender sender, FieldDatabase database) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await using var turn = await database.TurnAsync(TurnKind.Sending, stoppingToken);
            using var ours = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, turn.Lost);
            await sender.RunAsync(ours.Token);
        }
    }
}
