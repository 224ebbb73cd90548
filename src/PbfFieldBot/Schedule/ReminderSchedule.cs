using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Intake.Requests;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Schedule;

/// <summary>
/// Puts reminders of overdue reports into the outbox: in daytime, at most so many in a period as attendus.yaml names, at most one a day to a person, never in an open conversation.
/// Reminder and its unique row are one commit, so that each is sent once, also by several processes and after a restart.
/// </summary>
public sealed class ReminderSchedule(FieldDatabase database, DialogCatalog catalog, TimeZoneInfo zone, TimeProvider clock)
{
    private readonly ExpectedStates states = new(catalog.Expected, zone);

    /// <summary>Puts into the outbox what is due now; says how many.</summary>
    public async Task<int> QueueDueAsync(CancellationToken stop)
    {
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone);
        var (day, hour) = (DateOnly.FromDateTime(now.DateTime), TimeOnly.FromDateTime(now.DateTime));
        if (catalog.Expected.Reports.Count == 0 || hour < catalog.Expected.From || hour >= catalog.Expected.Until)
            return 0;
        await using var db = database.NewContext();
        var overdue = (await states.OnAsync(db, day, Areas.National, stop)).Where(s => s.Standing is Standing.Silent && !s.Person.Unreachable && s.Due.AddDays(catalog.Expected.After[0]) <= day);
        var sent = 0;
        foreach (var state in overdue.DistinctBy(s => s.Person.Id).ToList())
            sent += await TryQueueAsync(state, day, now, stop);
        return sent;
    }

    private async Task<int> TryQueueAsync(ExpectedState state, DateOnly day, DateTimeOffset now, CancellationToken stop)
    {
        try
        {
            return await database.WriteAsync(db => QueueAsync(db, state, day, now, stop), stop);
        }
        catch (DbUpdateException)
        {
            // Another process was first: its row is there.
            return 0;
        }
    }

    private async Task<int> QueueAsync(FieldDb db, ExpectedState state, DateOnly day, DateTimeOffset now, CancellationToken stop)
    {
        var (person, expected, period) = (state.Person, state.Report.Name, state.Period.Key);
        var all = await db.SentReminders.AsNoTracking().Where(r => r.PersonId == person.Id).ToListAsync(stop);
        var before = all.FindAll(r => r.Expected == expected && r.Period == period);
        var due = catalog.Expected.After.Count(days => state.Due.AddDays(days) <= day);
        if (before.Count >= due || all.Exists(r => DayOf(r.At) >= day) || await IsTalkingAsync(db, person, stop))
            return 0;
        db.SentReminders.Add(new SentReminder { PersonId = person.Id, Expected = expected, Period = period, Number = before.Count + 1, At = now.UtcTicks });
        db.Outbox.Add(OutgoingMessage.To(person, ReminderText.Of(state), SendPriority.Reminder, now));
        return 1;
    }

    private static async Task<bool> IsTalkingAsync(FieldDb db, Person person, CancellationToken stop) =>
        await db.Conversations.AsNoTracking().FirstOrDefaultAsync(c => c.PersonId == person.Id, stop) is { } talk && ConversationJson.Read<PersonState>(talk.State).Active is not null;

    private DateOnly DayOf(long ticks) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(new DateTimeOffset(ticks, TimeSpan.Zero), zone).DateTime);
}
