using Microsoft.Extensions.Logging;
using PbfFieldBot.Channels;
using PbfFieldBot.Data;

namespace PbfFieldBot.Outbox;

/// <summary>
/// Sends what was committed: alerts and answers first, one message of a chat at a time and in order, many chats side by side, so that a slow one holds up nobody.
/// The intake hands over what it has just committed, and that leaves at once; the rows are looked at for all else: what waited at the start, what has to wait, what others
/// wrote. What was sent is deleted in batches; a crash in between sends one copy again, which is the price of losing nothing.
/// </summary>
public sealed class OutboxSender
{
    private const int MostUnsaved = 200;
    private static readonly TimeSpan LongestUnsaved = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);

    // The bell rings in this process only; what another replica committed is looked for.
    private static readonly TimeSpan LongestRestAmongReplicas = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan AfterStumble = TimeSpan.FromSeconds(5);

    private readonly FieldDatabase database;
    private readonly SendLimits limits;
    private readonly OutboxSignal signal;
    private readonly TimeProvider clock;
    private readonly ILogger<OutboxSender> log;
    private readonly OutboxRows rows;

    private readonly Sendings underWay;
    private readonly List<Attempt> unsaved = [];
    private readonly Queue<(OutgoingMessage Message, bool FromLook)> ready = new();
    private readonly Courtesies courtesies;
    private readonly Dictionary<(string Channel, long Chat), DateTimeOffset> resting = [];

    // Chats of which rows wait for the end of what is under way, or for their time: the first of them.
    private readonly Dictionary<(string Channel, long Chat), long> behind = [];

    // Chats that the last look left out, because something of theirs was under way.
    private readonly HashSet<(string Channel, long Chat)> leftOut = [];

    // What looks took, and when: it is handed over a moment after it is committed, perhaps when it has already arrived.
    private readonly Dictionary<long, DateTimeOffset> takenByLook = [];
    private DateTimeOffset lookAt = DateTimeOffset.MinValue;
    private DateTimeOffset unsavedSince;
    private DateTimeOffset clockShowed = DateTimeOffset.MaxValue;
    private bool manyWait;

    /// <summary>A sender for some channels; one works on a database at a time.</summary>
    public OutboxSender(FieldDatabase database, IReadOnlyList<IChannel> channels, SendLimits limits, OutboxSignal signal, TimeProvider clock, ILogger<OutboxSender> log)
    {
        (this.database, this.limits, this.signal, this.clock, this.log) = (database, limits, signal, clock, log);
        rows = new OutboxRows(database, [.. channels.Select(c => c.Name)], clock, log);
        courtesies = new Courtesies(signal);
        underWay = new Sendings(channels.ToDictionary(c => c.Name), rows, signal, log);
    }

    /// <summary>Sends as long as the program runs.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        // What is on its way when the program is told to stop may arrive: cut off, it would be sent again.
        using var cut = new CancellationTokenSource();
        await using var patience = stop.Register(() => cut.CancelAfter(LongestFarewell));
        lookAt = DateTimeOffset.MinValue;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var wait = await StepAsync(stop, cut.Token);
                await signal.WaitAsync(wait < ShortestWait ? ShortestWait : wait, clock, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                log.OutboxStumbled(error.GetType().Name);
                lookAt = DateTimeOffset.MinValue;
                await Task.Delay(AfterStumble, clock, stop).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }

        await FinishAsync();
    }

    /// <summary>Sends everything that is due now, then returns: for written conversations, the terminal and tests.</summary>
    public async Task SendDueAsync(CancellationToken stop)
    {
        bool sent;
        do
        {
            lookAt = DateTimeOffset.MinValue;
            sent = false;
            while (await StepAsync(stop, stop) is var _ && underWay.Count > 0)
            {
                sent = true;
                await signal.WaitAsync(LongestRest, clock, stop);
            }
        }
        while (sent);
    }

    // Takes back what came to its end, starts what may be sent, and says how long nothing more is to be done unless the bell rings.
    private async Task<TimeSpan> StepAsync(CancellationToken stop, CancellationToken cut)
    {
        TakeBack();
        SendCourtesies(cut);
        var now = clock.GetUtcNow();
        if (unsaved.Count > 0 && now >= SaveAt())
            await SaveAsync(stop);
        await FollowClockAsync(now, stop);
        if (signal.TakeLook())
            lookAt = now;
        SendCommitted(now, cut);
        if (now >= lookAt)
            await LookAsync(now, stop, cut);
        var next = unsaved.Count > 0 && SaveAt() < lookAt ? SaveAt() : lookAt;
        var longest = database.IsShared ? LongestRestAmongReplicas : LongestRest;
        return next - now < longest ? next - now : longest;
    }

    private void TakeBack()
    {
        while (underWay.TryTakeEnded(out var attempt))
        {
            if (attempt.Outcome is TryLater { After: { Ticks: > 0 } })
                limits.HoldBack(clock.GetUtcNow());
            if (attempt.Message.Id == 0)
            {
                underWay.Free(attempt.Chat);
                courtesies.TakeBack(attempt);
            }
            else
            {
                if (unsaved.Count == 0)
                    unsavedSince = clock.GetUtcNow();
                unsaved.Add(attempt);
                if (attempt.IsPlain)
                    underWay.Free(attempt.Chat);
            }

            if (behind.ContainsKey(attempt.Chat) || (manyWait && underWay.Count <= Sendings.AtOnce / 2))
                lookAt = DateTimeOffset.MinValue;
            else if (leftOut.Contains(attempt.Chat))
                LookBy(clock.GetUtcNow() + BetweenLooks);
        }
    }

    // Plain deletions may wait for others while there are any; what decides how a chat goes on may not.
    private DateTimeOffset SaveAt() => underWay.Count == 0 || unsaved.Count >= MostUnsaved || !unsaved.TrueForAll(a => a.IsPlain) ? DateTimeOffset.MinValue : unsavedSince + LongestUnsaved;

    private async Task SaveAsync(CancellationToken stop)
    {
        foreach (var (chat, until) in await rows.StoreAsync(unsaved, stop))
        {
            resting[chat] = until;
            behind.TryAdd(chat, 0);
            LookBy(until);
        }

        foreach (var attempt in unsaved.Where(a => !a.IsPlain))
        {
            underWay.Free(attempt.Chat);
            if (attempt.Outcome is not (TryLater or GivenUp or Unreachable))
                lookAt = DateTimeOffset.MinValue;
        }

        unsaved.Clear();
    }

    // What is never stored needs no database: people are told so that it fails, while it fails.
    private void SendCourtesies(CancellationToken cut) =>
        courtesies.Take(m => !underWay.IsFull && !underWay.Has((m.Channel, m.ChatId)) && limits.Take(m, clock.GetUtcNow()) == TimeSpan.Zero, m => underWay.Start(m, cut));

    // What the intake has just committed is begun as it is handed over; where something is in the way it is left to the rows. Among replicas a chat's earlier answer may be
    // another's, so that the rows say what comes first.
    private void SendCommitted(DateTimeOffset now, CancellationToken cut)
    {
        while (signal.TryTakeCommitted(out var message))
            if (database.IsShared)
                lookAt = now;
            else
                ready.Enqueue((message!, false));

        while (ready.Count > 0 && !underWay.IsFull)
        {
            var (message, fromLook) = ready.Dequeue();
            var chat = (message.Channel, message.ChatId);
            if (!fromLook && takenByLook.ContainsKey(message.Id))
                continue;
            var first = (fromLook || !manyWait) && !underWay.Has(chat) && (!behind.TryGetValue(chat, out var waiting) || message.Id <= waiting);
            if (first && message.DueAt <= now.UtcTicks && message is { File: null, FileId: null, Slot: null } && RestOf(chat, now) <= TimeSpan.Zero && limits.Take(message, now) == TimeSpan.Zero)
            {
                underWay.Start(message, cut);
                continue;
            }

            behind.TryAdd(chat, message.Id);
            if (!underWay.Has(chat))
                lookAt = now;
        }
    }

    private async Task LookAsync(DateTimeOffset now, CancellationToken stop, CancellationToken cut)
    {
        if (unsaved.Count > 0)
            await SaveAsync(stop);
        leftOut.Clear();
        leftOut.UnionWith(underWay.Chats.Concat(ready.Select(r => (r.Message.Channel, r.Message.ChatId))));
        foreach (var chat in behind.Keys.Where(c => !leftOut.Contains(c)).ToList())
            behind.Remove(chat);
        lookAt = now + LongestRest;
        foreach (var old in takenByLook.Where(t => now - t.Value > LongestRest).Select(t => t.Key).ToList())
            takenByLook.Remove(old);

        // Without those that have to wait: a page of them would hide the others.
        var held = signal.Held(now);
        var slow = limits.Waiting(now).Select(c => c.Chat).ToList();
        var busy = leftOut.Concat(resting.Where(r => r.Value > now).Select(r => r.Key)).Concat(held.Select(h => h.Chat)).Select(c => c.Item2).Distinct();
        foreach (var until in resting.Values.Where(u => u > now).Concat(held.Select(h => h.Until)))
            LookBy(until);
        (var due, manyWait) = await rows.DueAsync(now, [.. busy], slow, stop);
        if (manyWait || slow.Count > 0)
            LookBy(now + BetweenLooks);
        foreach (var message in due)
        {
            var chat = (message.Channel, message.ChatId);
            var rest = RestOf(chat, now);
            if (underWay.Has(chat) || behind.ContainsKey(chat))
                behind.TryAdd(chat, message.Id);
            else if (underWay.IsFull)
                ready.Enqueue((Taken(message, now), true));
            else if (rest > TimeSpan.Zero || (rest = limits.Take(message, now)) > TimeSpan.Zero)
            {
                behind.TryAdd(chat, message.Id);
                LookBy(now + rest);
            }
            else
            {
                underWay.Start(Taken(message, now), cut);
            }
        }

        if (await rows.NextAsync(now, stop) is { } next)
            LookBy(next);
    }

    private OutgoingMessage Taken(OutgoingMessage message, DateTimeOffset now)
    {
        takenByLook[message.Id] = now;
        return message;
    }

    private void LookBy(DateTimeOffset time) => lookAt = time < lookAt ? time : lookAt;

    // Chats that Telegram told us to leave alone, whatever else is written to them meanwhile, and those whose answers are held for a backlog.
    private TimeSpan RestOf((string Channel, long Chat) chat, DateTimeOffset now)
    {
        if (resting.TryGetValue(chat, out var until) && until <= now)
            resting.Remove(chat);
        var held = signal.HeldUntil(chat);
        return (resting.GetValueOrDefault(chat) > held ? resting[chat] : held) - now;
    }

    // Answers are due at once. After a clock that was wrong is set right (or before, at the start), theirs may lie in what is the future now.
    private async Task FollowClockAsync(DateTimeOffset now, CancellationToken stop)
    {
        if (now < clockShowed)
        {
            await rows.FollowClockAsync(now, stop);
            resting.Clear();
            signal.HoldNothing();
            lookAt = now;
        }

        clockShowed = now;
    }

    private async Task FinishAsync()
    {
        try
        {
            for (TakeBack(); underWay.Messages.Except(unsaved.Select(a => a.Message)).Any(); TakeBack())
                await signal.WaitAsync(LongestFarewell, clock, CancellationToken.None);
            if (unsaved.Count > 0)
                await SaveAsync(CancellationToken.None);
        }
        catch (Exception error) when (DatabaseFault.Is(error))
        {
            // What was sent stays in memory for the next turn; after the end of the process it is sent once more.
            log.SentNotNoted(error.GetType().Name);
        }
    }
}
