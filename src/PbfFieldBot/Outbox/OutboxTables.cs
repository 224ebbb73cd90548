using Microsoft.EntityFrameworkCore;

namespace PbfFieldBot.Outbox;

/// <summary>The outbox is read in the order of sending; the priority stays a number, since its order is that order.</summary>
internal static class OutboxTables
{
    public static void Configure(ModelBuilder model) =>
        model.Entity<OutgoingMessage>().ToTable("Outbox").HasIndex(m => new { m.Priority, m.Id });
}
