using System.Collections.Concurrent;

namespace PbfFieldBot.Outbox;

/// <summary>Wakes the sender after a commit, and carries the few answers that are never stored (to strangers and groups).</summary>
public sealed class OutboxSignal : IDisposable
{
    private const int MostUnstored = 1000;
    private readonly ConcurrentQueue<OutgoingMessage> unstored = new();
    private readonly SemaphoreSlim bell = new(0, 1);

    /// <summary>Something is to be sent. Unstored answers beyond a bound are dropped: they are a courtesy.</summary>
    public void Ring(IEnumerable<OutgoingMessage> messages)
    {
        foreach (var message in messages)
            if (unstored.Count < MostUnstored)
                unstored.Enqueue(message);
        Ring();
    }

    public void Ring()
    {
        try
        {
            bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    internal bool TryTakeUnstored(out OutgoingMessage? message) => unstored.TryDequeue(out message);

    /// <summary>Waits for the bell, at most until the time is over.</summary>
    internal async Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var timer = Task.Delay(longest, clock, limit.Token);
        var ring = bell.WaitAsync(limit.Token);
        await Task.WhenAny(timer, ring);
        await limit.CancelAsync();
        await Task.WhenAll(timer, ring).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        stop.ThrowIfCancellationRequested();
    }

    public void Dispose() => bell.Dispose();
}
