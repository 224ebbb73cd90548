using System.Collections.Concurrent;

namespace PbfFieldBot.Outbox;

/// <summary>Wakes the sender after a commit, hands over what was committed, and carries the few answers that are never stored (to strangers and groups).</summary>
public sealed class OutboxSignal : IDisposable
{
    private const int MostUnstored = 1000;
    private const int MostCommitted = 2000;
    private readonly ConcurrentQueue<OutgoingMessage> unstored = new();
    private readonly ConcurrentQueue<OutgoingMessage> committed = new();
    private readonly ConcurrentDictionary<(string Channel, long Chat), DateTimeOffset> held = new();
    private int look;
    private readonly Bell bell = new();

    /// <summary>Something is to be sent. Unstored answers beyond a bound are dropped: they are a courtesy.</summary>
    public void Ring(IEnumerable<OutgoingMessage> messages)
    {
        foreach (var message in messages)
            if (unstored.Count < MostUnstored)
                unstored.Enqueue(message);
        Wake();
    }

    /// <summary>Rows were written: they are to be looked at.</summary>
    public void Ring()
    {
        Volatile.Write(ref look, 1);
        Wake();
    }

    /// <summary>These rows were committed just now. Beyond a bound they are left to a look at the rows.</summary>
    internal void Committed(IReadOnlyList<OutgoingMessage> messages)
    {
        if (messages.Count == 0)
            return;
        if (committed.Count + messages.Count > MostCommitted)
        {
            Ring();
            return;
        }

        foreach (var message in messages)
            committed.Enqueue(message);
        Wake();
    }

    /// <summary>Wakes the sender: an attempt came to its end.</summary>
    internal void Wake() => bell.Ring();

    internal bool TryTakeCommitted(out OutgoingMessage? message) => committed.TryDequeue(out message);

    /// <summary>True once after rows were written that nobody handed over.</summary>
    internal bool TakeLook() => Interlocked.Exchange(ref look, 0) == 1;

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

    /// <summary>Until when answers to a chat are held; long ago when they are not.</summary>
    internal DateTimeOffset HeldUntil((string Channel, long Chat) chat) => held.IsEmpty ? default : held.GetValueOrDefault(chat);

    /// <summary>The clock went back: what was held by it is free.</summary>
    internal void HoldNothing() => held.Clear();

    internal bool TryTakeUnstored(out OutgoingMessage? message) => unstored.TryDequeue(out message);

    /// <summary>Waits for the bell, at most until the time is over.</summary>
    internal Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken stop) => bell.WaitAsync(longest, clock, stop);

    public void Dispose() => bell.Dispose();
}
