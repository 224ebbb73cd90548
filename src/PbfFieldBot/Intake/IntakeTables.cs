using Microsoft.EntityFrameworkCore;
using PbfFieldBot.People;

namespace PbfFieldBot.Intake;

/// <summary>Keys of what the intake keeps: handled updates, failed ones, conversations and the dialog versions they began with.</summary>
internal static class IntakeTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<SeenUpdate>(seen =>
        {
            seen.ToTable("SeenUpdates").HasKey(u => new { u.Channel, u.UpdateId });
            seen.HasIndex(u => u.SeenAt);
        });
        model.Entity<SetAsideUpdate>().ToTable("SetAsideUpdates").HasKey(u => new { u.Channel, u.UpdateId });
        model.Entity<StoredConversation>(conversation =>
        {
            conversation.ToTable("Conversations").HasKey(c => c.PersonId);
            conversation.Property(c => c.PersonId).ValueGeneratedNever();
            conversation.HasOne<Person>().WithOne().HasForeignKey<StoredConversation>(c => c.PersonId);
        });
        model.Entity<FileToFetch>(file =>
        {
            file.ToTable("FilesToFetch").HasIndex(f => f.DueAt);
            file.Property(f => f.Purpose).HasConversion<string>();
            file.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<StoredDialog>().ToTable("Dialogs").HasKey(d => d.Key);
    }
}
