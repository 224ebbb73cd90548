using Cronos;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Digests;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;

namespace PbfFieldBot.Schedule;

/// <summary>
/// Puts each coordinator's digest of the week before into the outbox when its hour has come. Digest and its unique row are one commit:
/// a restart sends none twice, and one that was missed goes out as soon as the program is back in the same week.
/// </summary>
public sealed class DigestSchedule(FieldDatabase database, DialogCatalog catalog, Func<string, Dialog?> dialogs, TimeZoneInfo zone, string cron, TimeProvider clock)
{
    private readonly CronExpression times = CronExpression.Parse(cron);
    private readonly DigestBuilder builder = new(database, catalog, zone);
    private readonly DigestFiles files = new(database, catalog, dialogs, zone, clock);

    /// <summary>Puts into the outbox what is due now and was not yet; says how many.</summary>
    public async Task<int> QueueDueAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var today = Week.Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime));
        var monday = new DateTimeOffset(Week.Ticks(today.Monday, zone), TimeSpan.Zero);
        if (times.GetNextOccurrence(monday, zone, inclusive: true) is not { } due || due > now)
            return 0;
        var week = today.Before;
        var waiting = await WaitingAsync(week.ToString(), due, stop);
        byte[]? drawn = null;
        foreach (var area in waiting.GroupBy(p => p.Area))
        {
            var digest = await builder.BuildAsync(week, area.Key, stop);
            var (text, picture, sheet) = (new Reply(DigestText.Of(digest, catalog.Digest)), OutgoingFile.Photo(DigestFiles.PictureName, drawn ??= DigestChart.Png(digest)), await files.SheetAsync(week, area.Key, stop));
            await database.WriteAsync(
                async db =>
                {
                    foreach (var person in area)
                        await QueueAsync(db, person, week, text, picture, sheet, now, stop);
                    return 0;
                },
                stop);
        }

        return waiting.Count;
    }

    /// <summary>When the next digest is due; null when the times never come.</summary>
    public DateTimeOffset? Next() => times.GetNextOccurrence(clock.GetUtcNow(), zone);

    private async Task<List<Person>> WaitingAsync(string week, DateTimeOffset due, CancellationToken stop)
    {
        var hour = due.UtcTicks;
        await using var db = database.NewContext();
        return await db.People.AsNoTracking()
            .Where(p => p.Role != Role.Partner && p.RevokedAt == null && !p.Unreachable && p.JoinedAt <= hour && !db.SentDigests.Any(d => d.PersonId == p.Id && d.Week == week))
            .OrderBy(p => p.Id)
            .ToListAsync(stop);
    }

    // Text, picture and sheet arrive in this order, and all three or none are stored.
    private async Task QueueAsync(FieldDb db, Person person, Week week, Reply text, OutgoingFile picture, OutgoingFile sheet, DateTimeOffset now, CancellationToken stop)
    {
        db.SentDigests.Add(new SentDigest { PersonId = person.Id, Week = week.ToString(), At = now.UtcTicks });
        foreach (var message in new[]
        {
            OutgoingMessage.To(person, text, SendPriority.Digest, now),
            OutgoingMessage.WithFile(person, picture, DigestFiles.PictureCaption, SendPriority.Digest, now),
            OutgoingMessage.WithFile(person, sheet, files.SheetCaption(week, person.Area), SendPriority.Digest, now),
        })
        {
            db.Outbox.Add(message);
            await db.SaveChangesAsync(stop);
        }
    }
}
