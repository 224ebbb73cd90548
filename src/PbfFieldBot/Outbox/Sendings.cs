using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using PbfFieldBot.Channels;

namespace PbfFieldBot.Outbox;

/// <summary>What is on its way now: one message of a chat at a time, each attempt one request. What comes to its end is taken back by the sender.</summary>
internal sealed class Sendings(IReadOnlyDictionary<string, IChannel> channels, OutboxRows rows, OutboxSignal signal, ILogger log)
{
    /// <summary>So many chats are written to side by side.</summary>
    public const int AtOnce = 32;

    private readonly ConcurrentQueue<Attempt> ended = new();
    private readonly Dictionary<(string Channel, long Chat), OutgoingMessage> underWay = [];

    public int Count => underWay.Count;

    public bool IsFull => underWay.Count >= AtOnce;

    public IEnumerable<(string Channel, long Chat)> Chats => underWay.Keys;

    public IEnumerable<OutgoingMessage> Messages => underWay.Values;

    public bool Has((string Channel, long Chat) chat) => underWay.ContainsKey(chat);

    /// <summary>Sends a message to a chat that is free. The bell rings when it has come to its end.</summary>
    public void Start(OutgoingMessage message, CancellationToken cut)
    {
        underWay.Add((message.Channel, message.ChatId), message);
        _ = TryAsync(message, cut);
    }

    /// <summary>An attempt that came to its end; its chat stays taken until it is freed.</summary>
    public bool TryTakeEnded([NotNullWhen(true)] out Attempt? attempt) => ended.TryDequeue(out attempt);

    /// <summary>The next message may go to this chat.</summary>
    public void Free((string Channel, long Chat) chat) => underWay.Remove(chat);

    private async Task TryAsync(OutgoingMessage message, CancellationToken cut)
    {
        ended.Enqueue(await AttemptAsync(message, cut));
        signal.Wake();
    }

    private async Task<Attempt> AttemptAsync(OutgoingMessage message, CancellationToken cut)
    {
        try
        {
            await rows.LoadFileAsync(message, cut);
            var (sent, rest) = LongText.FirstPart(message);
            return new(message, await channels[message.Channel].SendAsync(sent, cut), rest);
        }
        catch (OperationCanceledException) when (cut.IsCancellationRequested)
        {
            return new(message, new TryLater(TimeSpan.Zero));
        }
        catch (Exception error)
        {
            log.SendingFailed(message.Id, error.GetType().Name);
            return new(message, new TryLater(null));
        }
    }
}
