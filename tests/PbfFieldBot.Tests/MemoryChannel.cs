using System.Collections.Concurrent;
using PbfFieldBot.Channels;
using PbfFieldBot.Outbox;

namespace PbfFieldBot.Tests;

/// <summary>A channel that keeps what it is given; <see cref="Answer"/> may be replaced to play the other side's faults.</summary>
internal sealed class MemoryChannel : IChannel
{
    private readonly ConcurrentQueue<OutgoingMessage> sent = new();

    public string Name => "memory";

    public Func<OutgoingMessage, SendOutcome> Answer { get; set; } = message => new Delivered(message.EditsMessageId ?? message.Id);

    /// <summary>Requests take until this is done.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    /// <summary>Every request, delivered or not.</summary>
    public IReadOnlyList<OutgoingMessage> Sent => [.. sent];

    /// <summary>The files that people sent, by id; others can never be had.</summary>
    public Dictionary<string, byte[]> Files { get; } = [];

    public Task<FetchOutcome> FetchAsync(string fileId, CancellationToken stop) =>
        Task.FromResult<FetchOutcome>(Files.TryGetValue(fileId, out var content) ? new Fetched(content) : new FetchRefused());

    /// <summary>Lets go what was sent so far.</summary>
    public void Forget() => sent.Clear();

    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken stop)
    {
        sent.Enqueue(message);
        await Hold;
        return Answer(message);
    }
}
