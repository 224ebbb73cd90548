using System.Collections.Concurrent;
using PbfFieldBot.Outbox;

namespace PbfFieldBot.Channels.Replay;

/// <summary>Phones in memory: what is sent lies on the screens until it is taken.</summary>
/// <param name="name">The channel's name: people of another name are not its own.</param>
internal sealed class ReplayChannel(string name) : IChannel
{
    private readonly ConcurrentQueue<OutgoingMessage> sent = new();

    public string Name => name;

    public Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken stop)
    {
        sent.Enqueue(message);
        return Task.FromResult<SendOutcome>(new Delivered(message.Id));
    }

    /// <summary>What was sent since the last call.</summary>
    public IReadOnlyList<OutgoingMessage> Take()
    {
        var taken = new List<OutgoingMessage>();
        while (sent.TryDequeue(out var message))
            taken.Add(message);
        return taken;
    }
}
