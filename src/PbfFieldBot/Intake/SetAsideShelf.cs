using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Channels;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Intake;

/// <summary>Where updates go that failed three times: kept, told to the person and to those who answer for the area, and taken back for another try.</summary>
internal sealed class SetAsideShelf(ContentKey key)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan BetweenWarnings = TimeSpan.FromMinutes(10);

    /// <summary>Keeps a failed update in the batch's transaction.</summary>
    public async Task PutAsync(IntakeBatch batch, ChannelUpdate update, int tries, string error, CancellationToken stop)
    {
        batch.IsFirstTime(update);
        var (now, known) = (batch.Now.UtcTicks, batch.PersonAt(update));
        if (await batch.Db.SetAsideUpdates.FindAsync([update.Channel, update.UpdateId], stop) is { } again)
        {
            (again.Tries, again.LastTryAt, again.Error) = (again.Tries + tries, now, error);
            return;
        }

        var recently = now - BetweenWarnings.Ticks;
        var warned = await batch.Db.SetAsideUpdates.AnyAsync(u => u.LastTryAt > recently, stop);
        batch.Db.SetAsideUpdates.Add(new SetAsideUpdate
        {
            Channel = update.Channel,
            UpdateId = update.UpdateId,
            ChatId = update.ChatId,
            Tries = tries,
            LastTryAt = now,
            Error = error,
            Content = Sealed(update),
        });
        if (known is not null)
            batch.Say(known.Person, new Reply(AppPhrases.Text("intake.set_aside")));
        if (!warned)
            batch.Send(await WarningsAsync(batch, update, known?.Person, stop));
    }

    /// <summary>The update of a row; null when its content was not kept or the key is not there.</summary>
    public ChannelUpdate? Read(SetAsideUpdate row) => row.Content is { } content && key.Open(content) is { } json ? UpdateJson.Read(json) : null;

    /// <summary>Takes an update off the shelf in the caller's transaction: it is as new.</summary>
    public static async Task TakeBackAsync(FieldDb db, ChannelUpdate update, CancellationToken stop)
    {
        await db.SetAsideUpdates.Where(u => u.Channel == update.Channel && u.UpdateId == update.UpdateId).ExecuteDeleteAsync(stop);
        await db.SeenUpdates.Where(u => u.Channel == update.Channel && u.UpdateId == update.UpdateId).ExecuteDeleteAsync(stop);
    }

    /// <summary>Counts a try that failed again.</summary>
    public static Task CountAsync(FieldDb db, ChannelUpdate update, string error, DateTimeOffset now, CancellationToken stop)
    {
        var ticks = now.UtcTicks;
        return db.SetAsideUpdates.Where(u => u.Channel == update.Channel && u.UpdateId == update.UpdateId)
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.Tries, x => x.Tries + 1).SetProperty(x => x.LastTryAt, ticks).SetProperty(x => x.Error, error), stop);
    }

    /// <summary>Removes what was kept long enough.</summary>
    public static Task ForgetOldAsync(FieldDb db, DateTimeOffset now, CancellationToken stop)
    {
        var oldest = (now - Kept).UtcTicks;
        return db.SetAsideUpdates.Where(u => u.LastTryAt < oldest).ExecuteDeleteAsync(stop);
    }

    private static async Task<IEnumerable<OutgoingMessage>> WarningsAsync(IntakeBatch batch, ChannelUpdate update, Person? person, CancellationToken stop)
    {
        var area = person?.Area ?? Areas.National;
        var name = person?.Name ?? AppPhrases.Text("intake.somebody");
        var text = AppPhrases.Text("intake.set_aside_warning", ("name", name), ("id", update.UpdateId));
        var told = await batch.Reviewers.OfAsync(area, area, stop);
        var administrators = await batch.Db.People.AsNoTracking().Where(p => p.Role == Role.Administrator && p.RevokedAt == null).ToListAsync(stop);
        return told.Concat(administrators).DistinctBy(p => p.Id).Where(p => p.Id != person?.Id && !p.Unreachable)
            .Select(p => OutgoingMessage.To(p, new Reply(text), SendPriority.Review, batch.Now));
    }

    // What cannot be kept is set aside all the same: it must hold up nobody.
    private byte[]? Sealed(ChannelUpdate update)
    {
        try
        {
            return key.Seal(UpdateJson.Write(update));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }
}
