using System.Collections.Concurrent;

namespace PbfFieldBot.Outbox;

/// <summary>Wakes the sender after a commit, and carries the few answers that are never stored (to strangers and groups).</summary>
public sealed class OutboxSignal : IDisposable
{
    private const int MostUnstored = 1000;
    private readonly ConcurrentQueue<OutgoingMessage> unstored = new();
    private readonly Bell bell = new();

    /// <summary>Something is to be sent. Unstored answers beyond a bound are dropped: they are a courtesy.</summary>
    public void Ring(IEnumerable<OutgoingMessage> messages)
    {
        foreach (var message in messages)
            if (unstored.Count < MostUnstored)
                unstored.Enqueue(message);
        Ring();
    }

    public void Ring() => bell.Ring();

    internal bool TryTakeUnstored(out OutgoingMessage? message) => unstored.TryDequeue(out message);

    /// <summary>Waits for the bell, at most until the time is over.</summary>
    internal Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken stop) => bell.WaitAsync(longest, clock, stop);

    public void Dispose() => bell.Dispose();
}
