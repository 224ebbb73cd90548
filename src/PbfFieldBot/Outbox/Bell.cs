namespace PbfFieldBot.Outbox;

/// <summary>Wakes whoever waits for work: rings after a commit. One ring is kept when nobody waits.</summary>
public sealed class Bell : IDisposable
{
    private readonly SemaphoreSlim rung = new(0, 1);

    public void Ring()
    {
        try
        {
            rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    /// <summary>Waits for the bell, at most until the time is over.</summary>
    internal async Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var timer = Task.Delay(longest, clock, limit.Token);
        var ring = rung.WaitAsync(limit.Token);
        await Task.WhenAny(timer, ring);
        await limit.CancelAsync();
        await Task.WhenAll(timer, ring).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        stop.ThrowIfCancellationRequested();
    }

    public void Dispose() => rung.Dispose();
}
