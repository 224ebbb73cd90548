using Microsoft.EntityFrameworkCore;

namespace PbfFieldBot.Outbox;

/// <summary>The outbox: what is due is found by time; the priority stays a number, since its order is the order of sending.</summary>
internal static class OutboxTables
{
    public static void Configure(ModelBuilder model) =>
        model.Entity<OutgoingMessage>().ToTable("Outbox").HasIndex(m => m.DueAt);
}
