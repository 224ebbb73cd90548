using Microsoft.EntityFrameworkCore;

namespace PbfFieldBot.Outbox;

/// <summary>The outbox is read in the order of sending; the priority stays a number, since its order is that order.</summary>
internal static class OutboxTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<OutgoingMessage>(message =>
        {
            message.ToTable("Outbox").HasIndex(m => new { m.Priority, m.Id });
            message.HasOne(m => m.File).WithMany().HasForeignKey(m => m.FileId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<OutgoingFile>().ToTable("OutgoingFiles").Property(f => f.Kind).HasConversion<string>();
        model.Entity<SentSlot>().ToTable("SentSlots").HasKey(s => new { s.Channel, s.ChatId, s.Slot });
    }
}
