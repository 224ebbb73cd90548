using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PbfFieldBot.Channels;
using PbfFieldBot.Data;

namespace PbfFieldBot.Outbox;

/// <summary>What became of one attempt to send.</summary>
/// <param name="Rest">What is left of a text that leaves part by part; null when all of it was tried.</param>
internal sealed record Attempt(OutgoingMessage Message, SendOutcome Outcome, string? Rest = null)
{
    public (string Channel, long Chat) Chat => (Message.Channel, Message.ChatId);

    /// <summary>Arrived, and nothing but the row itself has to be brought up to date: it may go a moment later, with others.</summary>
    public bool IsPlain => Outcome is Delivered && Rest is null && Message is { Slot: null, FileId: null };
}

/// <summary>The rows of messages that wait: which are due, and what became of those that were tried.</summary>
internal sealed class OutboxRows(FieldDatabase database, IReadOnlyList<string> channels, TimeProvider clock, ILogger log)
{
    /// <summary>So many rows are looked at together.</summary>
    public const int Page = 100;

    private const int MostChats = 32;
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(60);
    private readonly Dictionary<long, IReadOnlyList<long>> together = [];

    /// <summary>The first messages that are due, alerts and answers first, each chat's in order.</summary>
    /// <param name="busy">Chats to leave out.</param>
    /// <param name="slow">Chats to leave out unless somebody waits there for an answer.</param>
    /// <returns>The messages, and whether there may be more.</returns>
    public async Task<(List<OutgoingMessage> Due, bool More)> DueAsync(DateTimeOffset now, IReadOnlyList<long> busy, IReadOnlyList<long> slow, CancellationToken stop)
    {
        var ticks = now.UtcTicks;
        await using var db = database.NewContext();
        if (slow.Count > 0)
            busy = [.. busy, .. slow.Except(await AwaitedAsync(db, now, stop))];
        var due = await Due(db, ticks).Where(m => !busy.Contains(m.ChatId)).OrderBy(m => m.Priority).ThenBy(m => m.Id).Take(Page).ToListAsync(stop);
        var more = due.Count == Page;
        due = await JoinAsync(db, due, ticks, stop);
        await FindSlotsAsync(db, due, stop);
        return (due, more);
    }

    /// <summary>When the next message is due that is not due yet; null when none waits.</summary>
    public async Task<DateTimeOffset?> NextAsync(DateTimeOffset now, CancellationToken stop)
    {
        var ticks = now.UtcTicks;
        await using var db = database.NewContext();
        return await db.Outbox.Where(m => channels.Contains(m.Channel) && m.DueAt > ticks).MinAsync(m => (long?)m.DueAt, stop) is { } next
            ? new DateTimeOffset(next, TimeSpan.Zero)
            : null;
    }

    /// <summary>Brings a message's file, when it has one.</summary>
    public async Task LoadFileAsync(OutgoingMessage message, CancellationToken stop)
    {
        if (message.FileId is not { } file || message.File is not null)
            return;
        await using var db = database.NewContext();
        message.File = await db.OutgoingFiles.AsNoTracking().FirstAsync(f => f.Id == file, stop);
    }

    /// <summary>After a clock that was wrong is set right: answers are due at once, though they may lie in what is the future now.</summary>
    public Task FollowClockAsync(DateTimeOffset now, CancellationToken stop)
    {
        var ticks = now.UtcTicks;
        return database.WriteAsync(
            db => db.Outbox.Where(m => m.Priority <= SendPriority.Review && m.Attempts == 0 && m.DueAt > ticks).ExecuteUpdateAsync(m => m.SetProperty(x => x.DueAt, ticks), stop),
            stop);
    }

    /// <summary>Brings the rows up to date, in one transaction: what arrived is deleted, what did not waits.</summary>
    /// <returns>The chats that are to be left alone, and until when.</returns>
    public async Task<IReadOnlyDictionary<(string Channel, long Chat), DateTimeOffset>> StoreAsync(IReadOnlyList<Attempt> attempts, CancellationToken stop)
    {
        var resting = await database.WriteAsync(db => StoreAsync(db, attempts, stop), stop);
        foreach (var attempt in attempts)
            together.Remove(attempt.Message.Id);
        return resting;
    }

    private static async Task<List<long>> AwaitedAsync(FieldDb db, DateTimeOffset now, CancellationToken stop)
    {
        var since = (now - OutgoingMessage.LongestLook).UtcTicks;
        return await db.Outbox.Where(m => m.Awaited && m.Attempts == 0 && m.DueAt > since).Select(m => m.ChatId).Distinct().ToListAsync(stop);
    }

    private IQueryable<OutgoingMessage> Due(FieldDb db, long ticks) => db.Outbox.AsNoTracking().Where(m => channels.Contains(m.Channel) && m.DueAt <= ticks);

    // Where answers pile up, each chat's leave as one message.
    private async Task<List<OutgoingMessage>> JoinAsync(FieldDb db, List<OutgoingMessage> due, long ticks, CancellationToken stop)
    {
        if (due.GroupBy(m => (m.Channel, m.ChatId)).All(c => c.Count() < JoinedAnswers.Fewest) && due.Count < Page)
            return due;
        var chats = due.Select(m => (m.Channel, m.ChatId)).Distinct().Take(MostChats).ToList();
        var all = due;
        if (due.Count == Page)
        {
            var ids = chats.ConvertAll(c => c.ChatId);
            all = await Due(db, ticks).Where(m => ids.Contains(m.ChatId)).OrderBy(m => m.Priority).ThenBy(m => m.Id).Take(MostChats * Page).ToListAsync(stop);
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

    private async Task<Dictionary<(string, long), DateTimeOffset>> StoreAsync(FieldDb db, IReadOnlyList<Attempt> attempts, CancellationToken stop)
    {
        Dictionary<(string, long), DateTimeOffset> resting = [];
        var finished = attempts.Where(a => a is { Outcome: Delivered, Rest: null } or { Outcome: GivenUp }).SelectMany(a => together.GetValueOrDefault(a.Message.Id) ?? [a.Message.Id]).ToList();
        if (finished.Count > 0)
            await db.Outbox.Where(m => finished.Contains(m.Id)).ExecuteDeleteAsync(stop);
        foreach (var (message, outcome, rest) in attempts.Where(a => !a.IsPlain))
            switch (outcome)
            {
                case Delivered when rest is not null:
                    await db.Outbox.Where(m => m.Id == message.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Text, rest).SetProperty(x => x.Attempts, 0), stop);
                    break;
                case Delivered delivered:
                    await KeepSlotAsync(db, message, delivered.MessageId, stop);
                    break;
                case TryLater later:
                    resting[(message.Channel, message.ChatId)] = await PostponeAsync(db, message, later.After, stop);
                    break;
                case EditRefused:
                    await SendAnewAsync(db, message, stop);
                    break;
                case Unreachable:
                    await LetGoAsync(db, message, stop);
                    break;
                case GivenUp up:
                    log.GivenUp(message.Id);
                    break;
            }

        if (attempts.Any(a => a.Message.FileId is not null || a.Outcome is Unreachable))
            await OutgoingFile.RemoveUnusedAsync(db, stop);
        return resting;
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
    private async Task<DateTimeOffset> PostponeAsync(FieldDb db, OutgoingMessage message, TimeSpan? after, CancellationToken stop)
    {
        var wait = after ?? TimeSpan.FromSeconds(Math.Min(LongestBackoff.TotalSeconds, Math.Pow(2, Math.Min(message.Attempts, 10))));
        var until = (clock.GetUtcNow() + wait).UtcTicks;
        await db.Outbox.Where(m => m.Id == message.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Attempts, x => x.Attempts + 1), stop);
        await db.Outbox.Where(m => m.Channel == message.Channel && m.ChatId == message.ChatId && m.DueAt < until)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.DueAt, until), stop);
        return new DateTimeOffset(until, TimeSpan.Zero);
    }

    private static async Task LetGoAsync(FieldDb db, OutgoingMessage message, CancellationToken stop)
    {
        await db.People.Where(p => p.Channel == message.Channel && p.ChatId == message.ChatId).ExecuteUpdateAsync(p => p.SetProperty(x => x.Unreachable, true), stop);
        await db.SentSlots.Where(s => s.Channel == message.Channel && s.ChatId == message.ChatId).ExecuteDeleteAsync(stop);
        await db.Outbox.Where(m => m.Channel == message.Channel && m.ChatId == message.ChatId).ExecuteDeleteAsync(stop);
    }
}
