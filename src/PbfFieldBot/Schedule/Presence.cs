using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Outbox;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Schedule;

/// <summary>
/// Remembers when the bot was last reached by its channel. Telegram keeps messages for 24 hours: after a longer absence some are gone, and everybody is told once, so
/// that nobody believes to have been heard.
/// </summary>
public sealed class Presence(FieldDatabase database, OutboxSignal signal, TimeZoneInfo zone, TimeProvider clock)
{
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan KeptByTelegram = TimeSpan.FromHours(24);
    private DateTimeOffset noteAt;

    /// <summary>The channel answered just now.</summary>
    public async Task NoteAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (now < noteAt && noteAt - now <= BetweenNotes)
            return;
        try
        {
            if (await database.WriteAsync(db => NoteAsync(db, now, stop), stop) > 0)
                signal.Ring();
            noteAt = now + BetweenNotes;
        }
        catch (Exception error) when (DatabaseFault.Is(error))
        {
            // Noted when the database is back: until then the intake speaks for itself.
        }
    }

    private async Task<int> NoteAsync(FieldDb db, DateTimeOffset now, CancellationToken stop)
    {
        var mark = await db.Presence.AsNoTracking().FirstOrDefaultAsync(stop);
        if (mark is null)
        {
            db.Presence.Add(new PresenceMark { At = now.UtcTicks });
            return 0;
        }

        // A clock that jumps back and forth is no absence: the mark goes back only when it lies far in the future.
        if (mark.At > now.UtcTicks && mark.At - now.UtcTicks < KeptByTelegram.Ticks * 3)
            return 0;

        // Of several replicas one moves the mark, and tells.
        var (seen, ticks, before) = (mark.At, now.UtcTicks, new DateTimeOffset(mark.At, TimeSpan.Zero));
        var moved = await db.Presence.Where(p => p.At == seen).ExecuteUpdateAsync(p => p.SetProperty(x => x.At, ticks), stop);
        if (moved == 0 || now - before <= KeptByTelegram)
            return 0;
        var text = AppPhrases.Text("intake.absent", ("from", Local(before)), ("to", Local(now)));
        var people = await db.People.AsNoTracking().Where(p => p.RevokedAt == null && !p.Unreachable).OrderBy(p => p.Id).ToListAsync(stop);
        db.Outbox.AddRange(people.Select(p => OutgoingMessage.To(p, new Reply(text), SendPriority.Answer, now)));
        return people.Count;
    }

    private string Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, zone).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);
}
