using System.Collections.Concurrent;

namespace PbfFieldBot.Outbox;

/// <summary>Wakes the sender after a commit, and carries the few answers that are never stored (to strangers and groups).</summary>
public sealed class OutboxSignal : IDisposable
{
    private const int MostUnstored = 1000;
    private readonly ConcurrentQueue<OutgoingMessage> unstored = new();
    private readonly ConcurrentDictionary<(string Channel, long Chat), DateTimeOffset> held = new();
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

    /// <summary>Answers to these chats wait until then: more of a backlog is being handled, and each person is to get one answer to all of it.</summary>
    internal void Hold(IEnumerable<(string Channel, long Chat)> chats, DateTimeOffset until)
    {
        foreach (var chat in chats)
            held[chat] = until;
    }

    /// <summary>The chats that are held now, and until when.</summary>
    internal IReadOnlyList<((string Channel, long Chat) Chat, DateTimeOffset Until)> Held(DateTimeOffset now)
    {
        foreach (var (chat, until) in held)
            if (until <= now)
                held.TryRemove(new(chat, until));
        return [.. held.Select(h => (h.Key, h.Value))];
    }

    /// <summary>The clock went back: what was held by it is free.</summary>
    internal void HoldNothing() => held.Clear();

    internal bool TryTakeUnstored(out OutgoingMessage? message) => unstored.TryDequeue(out message);

    /// <summary>Waits for the bell, at most until the time is over.</summary>
    internal Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken stop) => bell.WaitAsync(longest, clock, stop);

    public void Dispose() => bell.Dispose();
}
