using Microsoft.EntityFrameworkCore;

namespace PbfFieldBot.Schedule;

internal static class ScheduleTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<SentDigest>().ToTable("SentDigests").HasKey(d => new { d.PersonId, d.Week });
        model.Entity<SentReminder>().ToTable("SentReminders").HasKey(r => new { r.PersonId, r.Expected, r.Period, r.Number });
        model.Entity<PresenceMark>().ToTable("Presence").Property(p => p.Id).ValueGeneratedNever();
    }
}
