using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PbfFieldBot.Channels;
using PbfFieldBot.Data;
using PbfFieldBot.Outbox;
using PbfFieldBot.Telemetry;

namespace PbfFieldBot.Intake;

/// <summary>
/// The one door of all channels, and the one place that decides commit or rollback: a batch of updates is one transaction, and nothing is answered or confirmed before it.
/// When something in a batch throws, its updates are taken one by one, so that one that cannot be handled holds up nobody.
/// </summary>
public sealed class UpdateHandler
{
    private const int Tries = 3;
    private const int FewestOfBacklog = 20;
    private static readonly TimeSpan OldInBacklog = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan HoldBacklog = TimeSpan.FromSeconds(5);

    // Telegram's times are whole seconds.
    private static readonly TimeSpan ThisMoment = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan RememberSeen = TimeSpan.FromDays(7);

    private readonly FieldDatabase database;
    private readonly Reception reception;
    private readonly DialogVersions versions;
    private readonly RecentTalks talks = new();
    private readonly OutboxSignal signal;
    private readonly Bell files;
    private readonly SetAsideShelf shelf;
    private readonly NotSavedYet notSaved;
    private readonly Bell arrivals;
    private readonly TimeProvider clock;
    private readonly ILogger<UpdateHandler> log;
    private DateTimeOffset nextCleaning;

    internal UpdateHandler(FieldDatabase database, Reception reception, DialogVersions versions, OutboxSignal signal, Bell files, Bell arrivals, SetAsideShelf shelf, TimeProvider clock, ILogger<UpdateHandler> log)
    {
        (this.database, this.reception, this.versions, this.signal, this.files, this.arrivals, this.shelf, this.clock, this.log) = (database, reception, versions, signal, files, arrivals, shelf, clock, log);
        notSaved = new NotSavedYet(database, signal, clock);
    }

    /// <summary>Handles updates in their order. Throws when the database cannot take them: then nothing is stored, and the channel must not confirm anything.</summary>
    public async Task<BatchOutcome> HandleAsync(IReadOnlyList<ChannelUpdate> batch, CancellationToken stop)
    {
        if (batch.Count == 0)
            return new(0, 0, 0);
        var began = Stopwatch.GetTimestamp();
        try
        {
            var outcome = await TakeAllAsync(batch, stop);
            BotMetrics.Took(outcome.Handled, outcome.SeenBefore, outcome.SetAside, began);
            notSaved.Forget();
            return outcome;
        }
        catch (Exception error) when (DatabaseFault.Is(error))
        {
            await notSaved.SayAsync(batch, stop);
            throw;
        }
    }

    /// <summary>Takes an update off the shelf and tries it once more; false when it fails again and stays there.</summary>
    internal async Task<bool> RetryAsync(ChannelUpdate update, CancellationToken stop)
    {
        try
        {
            await TakeTogetherAsync([update], stop, again: true);
            return true;
        }
        catch (Exception error) when (IsOfTheUpdate(error, stop))
        {
            await database.WriteAsync(async db =>
            {
                await SetAsideShelf.CountAsync(db, update, error.GetType().Name, clock.GetUtcNow(), stop);
                return 0;
            }, stop);
            return false;
        }
    }

    private async Task<BatchOutcome> TakeAllAsync(IReadOnlyList<ChannelUpdate> batch, CancellationToken stop)
    {
        try
        {
            return await TakeTogetherAsync(batch, stop);
        }
        catch (Exception error) when (IsOfTheUpdate(error, stop))
        {
            if (batch.Count > 1)
                log.BatchFailed(batch.Count, error.GetType().Name);
            var outcome = new BatchOutcome(0, 0, 0);
            foreach (var update in batch)
                outcome += await TakeAloneAsync(update, stop);
            return outcome;
        }
    }

    private async Task<BatchOutcome> TakeTogetherAsync(IReadOnlyList<ChannelUpdate> updates, CancellationToken stop, bool again = false)
    {
        var (batch, outcome) = await database.WriteAsync(db => TakeAsync(db, updates, again, stop), stop);
        versions.Kept(batch.DialogKeys);
        HoldAnswersOfBacklog(updates, batch.Now);
        signal.Ring(batch.Unstored);
        signal.Committed(batch.Outgoing);
        if (batch.HasFiles)
            files.Ring();
        if (batch.HasArrivals)
            arrivals.Ring();
        return outcome;
    }

    private async Task<(IntakeBatch Batch, BatchOutcome Outcome)> TakeAsync(FieldDb db, IReadOnlyList<ChannelUpdate> updates, bool again, CancellationToken stop)
    {
        foreach (var update in again ? updates : [])
            await SetAsideShelf.TakeBackAsync(db, update, stop);
        var batch = await IntakeBatch.LoadAsync(db, updates, clock.GetUtcNow(), talks, stop);
        var handled = 0;
        foreach (var update in updates)
            handled += await reception.TakeAsync(batch, update, stop) ? 1 : 0;

        await reception.FinishAsync(batch, stop);
        MarkAwaited(updates, batch);
        batch.Flush();
        await ForgetOldAsync(batch, stop);
        return (batch, new BatchOutcome(handled, updates.Count - handled, 0));
    }

    // After an outage what was sent meanwhile comes by the hundred: the answers wait a moment for those that follow, and leave together.
    private void HoldAnswersOfBacklog(IReadOnlyList<ChannelUpdate> updates, DateTimeOffset now)
    {
        if (updates.Count >= FewestOfBacklog && updates.Count(u => now - u.SentAt > OldInBacklog) >= FewestOfBacklog)
            signal.Hold(updates.Select(u => (u.Channel, u.ChatId)), now + HoldBacklog);
    }

    // Who wrote one message this moment looks at the screen for the answer.
    private static void MarkAwaited(IReadOnlyList<ChannelUpdate> updates, IntakeBatch batch)
    {
        HashSet<(string, long)> once = [], more = [];
        foreach (var update in updates)
            if (batch.Now - update.SentAt > ThisMoment || !once.Add((update.Channel, update.ChatId)))
                more.Add((update.Channel, update.ChatId));
        foreach (var message in batch.Outgoing)
            message.Awaited = message.Priority is SendPriority.Answer && once.Contains((message.Channel, message.ChatId)) && !more.Contains((message.Channel, message.ChatId));
    }

    private async Task<BatchOutcome> TakeAloneAsync(ChannelUpdate update, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TakeTogetherAsync([update], stop);
            }
            catch (Exception error) when (IsOfTheUpdate(error, stop))
            {
                log.UpdateFailed(update.Channel, update.UpdateId, attempt, error.GetType().Name, Where(error));
                if (attempt == Tries)
                {
                    await SetAsideAsync(update, error, stop);
                    return new(0, 0, 1);
                }
            }
        }
    }

    private async Task SetAsideAsync(ChannelUpdate update, Exception error, CancellationToken stop)
    {
        var aside = await database.WriteAsync(async db =>
        {
            var batch = await IntakeBatch.LoadAsync(db, [update], clock.GetUtcNow(), talks, stop);
            await shelf.PutAsync(batch, update, Tries, error.GetType().Name, stop);
            batch.Flush();
            return batch;
        }, stop);
        signal.Committed(aside.Outgoing);
    }

    private async Task ForgetOldAsync(IntakeBatch batch, CancellationToken stop)
    {
        if (batch.Now < nextCleaning)
            return;
        nextCleaning = batch.Now + TimeSpan.FromHours(1);
        var oldest = (batch.Now - RememberSeen).UtcTicks;
        await batch.Db.SeenUpdates.Where(u => u.SeenAt < oldest).ExecuteDeleteAsync(stop);
        await SetAsideShelf.ForgetOldAsync(batch.Db, batch.Now, stop);
    }

    // A database that is full, locked or gone is nobody's message's fault: the whole batch comes again later.
    private static bool IsOfTheUpdate(Exception error, CancellationToken stop) =>
        !(error is OperationCanceledException && stop.IsCancellationRequested) && !DatabaseFault.Is(error);

    private static string Where(Exception error) => error.StackTrace?.Split('\n').FirstOrDefault()?.Trim() ?? "";
}
