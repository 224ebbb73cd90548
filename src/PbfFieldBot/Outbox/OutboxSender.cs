using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PbfFieldBot.Channels;
using PbfFieldBot.Data;

namespace PbfFieldBot.Outbox;

/// <summary>
/// Sends what was committed: alerts and answers first, one message of a chat at a time and in order, many chats side by side, so that a slow one holds up nobody.
/// What was sent is deleted in batches; a crash in between sends one copy again, which is the price of losing nothing.
/// </summary>
public sealed class OutboxSender(FieldDatabase database, IReadOnlyList<IChannel> channels, SendLimits limits, OutboxSignal signal, TimeProvider clock, ILogger<OutboxSender> log)
{
    private const int AtOnce = 32;
    private const int Page = 100;
    private const int UnstoredTries = 3;
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);

    // The bell rings in this process only; what another replica committed is looked for.
    private static readonly TimeSpan LongestRestAmongReplicas = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, IChannel> byName = channels.ToDictionary(c => c.Name);
    private readonly Dictionary<(string, long), Task<Attempt>> underWay = [];
    private readonly Dictionary<(string, long), DateTimeOffset> resting = [];
    private readonly Dictionary<long, IReadOnlyList<long>> together = [];
    private DateTimeOffset lastLook = DateTimeOffset.MaxValue;
    private readonly List<OutgoingMessage> unstored = [];
    private readonly Dictionary<(string, long), Task<Attempt>> courtesies = [];

    /// <summary>Sends as long as the program runs.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        // What is on its way when the program is told to stop may arrive: cut off, it would be sent again.
        using var cut = new CancellationTokenSource();
        await using var patience = stop.Register(() => cut.CancelAfter(LongestFarewell));
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await RestAsync(await StepAsync(stop, cut.Token), stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                log.LogError("The outbox stumbled: {Kind}", error.GetType().Name);
                await Task.Delay(LongestBackoff / 12, clock, stop).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }

        try
        {
            await FinishAsync();
        }
        catch (Exception error) when (DatabaseFault.Is(error))
        {
            // What was sent stays in memory for the next turn; after the end of the process it is sent once more.
            log.LogError("What was sent could not be noted: {Kind}", error.GetType().Name);
        }
    }

    /// <summary>Sends everything that is due now, then returns: for written conversations, the terminal and tests.</summary>
    public async Task SendDueAsync(CancellationToken stop)
    {
        while (await StepAsync(stop, stop) is var _ && underWay.Count + courtesies.Count > 0)
            await Task.WhenAny([.. underWay.Values, .. courtesies.Values]);
    }

    // Stores what came back, starts what may be sent, and says how long nothing more can be started.
    private async Task<TimeSpan> StepAsync(CancellationToken stop, CancellationToken cut)
    {
        SendCourtesies(cut);
        await StoreOutcomesAsync(stop);
        var now = clock.GetUtcNow();
        await FollowClockAsync(now, stop);
        var waiting = limits.Waiting(now).Concat(Resting(now)).ToList();
        var (due, wait) = await DueAsync(now, [.. waiting.Select(w => w.Chat)], stop);
        foreach (var message in due)
        {
            if (underWay.Count >= AtOnce)
                break;
            if (underWay.ContainsKey((message.Channel, message.ChatId)))
                continue;
            var rest = limits.Take(message.Channel, message.ChatId, now);
            if (rest > TimeSpan.Zero)
                wait = rest < wait ? rest : wait;
            else
                underWay.Add((message.Channel, message.ChatId), AttemptAsync(message, cut));
        }

        return waiting.Select(w => w.Wait).Append(wait).Min();
    }

    // What is never stored needs no database: people are told so that it fails, while it fails.
    private void SendCourtesies(CancellationToken cut)
    {
        foreach (var (chat, attempt) in courtesies.Where(c => c.Value.IsCompleted).ToList())
        {
            courtesies.Remove(chat);
            if (attempt.Result is { Outcome: TryLater { After: null }, Message: var again } && ++again.Attempts < UnstoredTries)
                unstored.Insert(0, again);
        }

        while (signal.TryTakeUnstored(out var message))
            unstored.Add(message!);
        foreach (var message in unstored.ToList())
            if (courtesies.Count < AtOnce && !courtesies.ContainsKey((message.Channel, message.ChatId)) && limits.Take(message.Channel, message.ChatId, clock.GetUtcNow()) == TimeSpan.Zero)
            {
                unstored.Remove(message);
                courtesies.Add((message.Channel, message.ChatId), AttemptAsync(message, cut));
            }
    }

    // Answers are due at once. After a clock that was wrong is set right (or before, at the start), theirs may lie in what is the future now.
    private async Task FollowClockAsync(DateTimeOffset now, CancellationToken stop)
    {
        if (now >= lastLook)
        {
            lastLook = now;
            return;
        }

        var ticks = now.UtcTicks;
        await database.WriteAsync(
            db => db.Outbox.Where(m => m.Priority <= SendPriority.Review && m.Attempts == 0 && m.DueAt > ticks).ExecuteUpdateAsync(m => m.SetProperty(x => x.DueAt, ticks), stop),
            stop);
        resting.Clear();
        signal.HoldNothing();
        lastLook = now;
    }

    // Chats that Telegram told us to leave alone, whatever else is written to them meanwhile, and those whose answers are held for a backlog.
    private IEnumerable<(long Chat, TimeSpan Wait)> Resting(DateTimeOffset now)
    {
        foreach (var over in resting.Where(r => r.Value <= now).Select(r => r.Key).ToList())
            resting.Remove(over);
        return resting.Select(r => (r.Key.Item2, r.Value - now)).Concat(signal.Held(now).Select(h => (h.Chat.Chat, h.Until - now)));
    }

    private async Task<(List<OutgoingMessage> Due, TimeSpan Wait)> DueAsync(DateTimeOffset now, IEnumerable<long> resting, CancellationToken stop)
    {
        var (ticks, names) = (now.UtcTicks, byName.Keys.ToList());
        var busy = resting.Concat(underWay.Keys.Select(k => k.Item2)).ToList();
        await using var db = database.NewContext();
        var ours = db.Outbox.AsNoTracking().Where(m => names.Contains(m.Channel));
        var due = await ours.Where(m => m.DueAt <= ticks && !busy.Contains(m.ChatId)).OrderBy(m => m.Priority).ThenBy(m => m.Id).Take(Page).ToListAsync(stop);
        due = await JoinAsync(db, due, ticks, stop);
        await FindSlotsAsync(db, due, stop);
        var next = due.Count > 0 ? null : await ours.Where(m => m.DueAt > ticks).MinAsync(m => (long?)m.DueAt, stop);
        var wait = next is { } at ? TimeSpan.FromTicks(at - ticks) : LongestRest;
        var longest = database.IsShared ? LongestRestAmongReplicas : LongestRest;
        return (due, wait < longest ? wait : longest);
    }

    // Where answers pile up, each chat's leave as one message.
    private async Task<List<OutgoingMessage>> JoinAsync(FieldDb db, List<OutgoingMessage> due, long ticks, CancellationToken stop)
    {
        if (due.Count < JoinedAnswers.Fewest)
            return due;
        var chats = due.Select(m => (m.Channel, m.ChatId)).Distinct().Take(AtOnce).ToList();
        var all = due;
        if (due.Count == Page)
        {
            var ids = chats.Select(c => c.ChatId).ToList();
            all = await db.Outbox.AsNoTracking().Where(m => m.DueAt <= ticks && ids.Contains(m.ChatId)).OrderBy(m => m.Priority).ThenBy(m => m.Id).Take(AtOnce * Page).ToListAsync(stop);
        }

        var byChat = all.ToLookup(m => (m.Channel, m.ChatId));
        List<OutgoingMessage> firsts = [];
        foreach (var chat in chats)
        {
            if (JoinedAnswers.Of([.. byChat[chat]]) is { } joined)
            {
                together[joined.Message.Id] = joined.Ids;
                firsts.Add(joined.Message);
            }
            else
            {
                firsts.AddRange(due.Where(m => (m.Channel, m.ChatId) == chat));
            }
        }

        return firsts;
    }

    // What a slot shows is edited; the row itself keeps no number, since another message may come to the slot before it.
    private static async Task FindSlotsAsync(FieldDb db, List<OutgoingMessage> due, CancellationToken stop)
    {
        foreach (var message in due.Where(m => m.Slot is not null))
            message.EditsMessageId ??= (await db.SentSlots.FindAsync([message.Channel, message.ChatId, message.Slot], stop))?.MessageId;
    }

    private async Task<Attempt> AttemptAsync(OutgoingMessage message, CancellationToken cut)
    {
        try
        {
            if (message.FileId is { } file && message.File is null)
                await using (var db = database.NewContext())
                    message.File = await db.OutgoingFiles.AsNoTracking().FirstAsync(f => f.Id == file, cut);
            var (sent, rest) = FirstPart(message);
            return new(message, await byName[message.Channel].SendAsync(sent, cut), rest);
        }
        catch (OperationCanceledException) when (cut.IsCancellationRequested)
        {
            return new(message, new TryLater(TimeSpan.Zero));
        }
        catch (Exception error)
        {
            log.LogError("Sending message {Id} failed: {Kind}", message.Id, error.GetType().Name);
            return new(message, new TryLater(null));
        }
    }

    private async Task RestAsync(TimeSpan wait, CancellationToken stop)
    {
        var bell = signal.WaitAsync(wait < ShortestWait ? ShortestWait : wait, clock, stop);
        await Task.WhenAny([bell, .. underWay.Values, .. courtesies.Values]);
        if (underWay.Values.Concat(courtesies.Values).Any(t => t.IsCompleted))
            signal.Ring();
        await bell;
    }

    private async Task StoreOutcomesAsync(CancellationToken stop)
    {
        var done = underWay.Where(w => w.Value.IsCompleted).Select(w => (w.Key, Attempt: w.Value.Result)).ToList();
        if (done.Count == 0)
            return;
        await database.WriteAsync(db => StoreAsync(db, [.. done.Select(d => d.Attempt)], stop), stop);
        foreach (var (chat, attempt) in done)
        {
            underWay.Remove(chat);
            together.Remove(attempt.Message.Id);
        }
    }

    private async Task<int> StoreAsync(FieldDb db, List<Attempt> attempts, CancellationToken stop)
    {
        foreach (var (message, _, rest) in attempts.Where(a => a is { Outcome: Delivered, Rest: not null }))
            await db.Outbox.Where(m => m.Id == message.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Text, rest).SetProperty(x => x.Attempts, 0), stop);
        var finished = attempts.Where(a => a is { Outcome: Delivered, Rest: null } or { Outcome: GivenUp }).SelectMany(a => together.GetValueOrDefault(a.Message.Id) ?? [a.Message.Id]).ToList();
        if (finished.Count > 0)
            await db.Outbox.Where(m => finished.Contains(m.Id)).ExecuteDeleteAsync(stop);
        foreach (var (message, outcome, _) in attempts)
            await (outcome switch
            {
                Delivered delivered => KeepSlotAsync(db, message, delivered.MessageId, stop),
                TryLater later => PostponeAsync(db, message, later.After, stop),
                EditRefused => SendAnewAsync(db, message, stop),
                Unreachable => LetGoAsync(db, message, stop),
                GivenUp up => NoteAsync(message, up.Why),
                _ => Task.CompletedTask,
            });
        if (attempts.Exists(a => a.Message.FileId is not null || a.Outcome is Unreachable))
            await OutgoingFile.RemoveUnusedAsync(db, stop);
        return attempts.Count;
    }

    private static async Task KeepSlotAsync(FieldDb db, OutgoingMessage message, long sent, CancellationToken stop)
    {
        if (message.Slot is not { } slot)
            return;
        if (await db.SentSlots.FindAsync([message.Channel, message.ChatId, slot], stop) is { } shown)
            shown.MessageId = sent;
        else
            db.SentSlots.Add(new SentSlot { Channel = message.Channel, ChatId = message.ChatId, Slot = slot, MessageId = sent });
    }

    // The row stays and is due: without a message to edit it is sent like any other.
    private static async Task SendAnewAsync(FieldDb db, OutgoingMessage message, CancellationToken stop)
    {
        await db.SentSlots.Where(s => s.Channel == message.Channel && s.ChatId == message.ChatId && s.Slot == message.Slot).ExecuteDeleteAsync(stop);
        await db.Outbox.Where(m => m.Id == message.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.EditsMessageId, (long?)null), stop);
    }

    // All that waits for the chat moves together, so that nothing overtakes.
    private async Task PostponeAsync(FieldDb db, OutgoingMessage message, TimeSpan? after, CancellationToken stop)
    {
        var wait = after ?? TimeSpan.FromSeconds(Math.Min(LongestBackoff.TotalSeconds, Math.Pow(2, Math.Min(message.Attempts, 10))));
        var until = (clock.GetUtcNow() + wait).UtcTicks;
        resting[(message.Channel, message.ChatId)] = new DateTimeOffset(until, TimeSpan.Zero);
        await db.Outbox.Where(m => m.Id == message.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Attempts, x => x.Attempts + 1), stop);
        await db.Outbox.Where(m => m.Channel == message.Channel && m.ChatId == message.ChatId && m.DueAt < until)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.DueAt, until), stop);
    }

    private static async Task LetGoAsync(FieldDb db, OutgoingMessage message, CancellationToken stop)
    {
        await db.People.Where(p => p.Channel == message.Channel && p.ChatId == message.ChatId).ExecuteUpdateAsync(p => p.SetProperty(x => x.Unreachable, true), stop);
        await db.SentSlots.Where(s => s.Channel == message.Channel && s.ChatId == message.ChatId).ExecuteDeleteAsync(stop);
        await db.Outbox.Where(m => m.Channel == message.Channel && m.ChatId == message.ChatId).ExecuteDeleteAsync(stop);
    }

    private Task NoteAsync(OutgoingMessage message, string why)
    {
        log.LogWarning("Message {Id} can never be sent and was given up: {Why}", message.Id, why);
        return Task.CompletedTask;
    }

    private async Task FinishAsync()
    {
        await Task.WhenAll([.. underWay.Values, .. courtesies.Values]);
        await StoreOutcomesAsync(CancellationToken.None);
    }

    // A text longer than one message leaves part by part: each a request of its own, the row holds what is still to be sent. The buttons stand under the last.
    private static (OutgoingMessage Part, string? More) FirstPart(OutgoingMessage message)
    {
        if (message.FileId is not null || LongText.Cut(message.Text, OutgoingMessage.LongestText) is not ({ } first, { } more))
            return (message, null);
        var part = new OutgoingMessage
        {
            Id = message.Id,
            Channel = message.Channel,
            ChatId = message.ChatId,
            Priority = message.Priority,
            DueAt = message.DueAt,
            Silent = message.Silent,
            Text = first,
        };
        return (part, more);
    }

    private sealed record Attempt(OutgoingMessage Message, SendOutcome Outcome, string? Rest = null);
}
