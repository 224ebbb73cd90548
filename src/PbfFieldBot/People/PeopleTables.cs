using Microsoft.EntityFrameworkCore;

namespace PbfFieldBot.People;

/// <summary>Keys and indexes of people, organisations, invitations and registers.</summary>
internal static class PeopleTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("People");
            person.HasIndex(p => new { p.Channel, p.ChatId }).IsUnique();
            person.HasIndex(p => p.Role);
            person.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Organisation>().ToTable("Organisations").HasIndex(o => o.Key).IsUnique();
        model.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("Invitations");
            invitation.HasIndex(i => i.CodeHash).IsUnique();
            invitation.HasOne<Organisation>().WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<OpenForm>(form =>
        {
            form.ToTable("OpenForms").HasKey(f => f.PersonId);
            form.Property(f => f.PersonId).ValueGeneratedNever();
            form.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId);
        });
        model.Entity<Pause>(pause =>
        {
            pause.ToTable("Pauses").HasIndex(p => p.PersonId);
            pause.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
        });
        model.Entity<NilReport>(nil =>
        {
            nil.ToTable("NilReports").HasKey(n => new { n.PersonId, n.Expected, n.Period });
            nil.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId);
        });
        model.Entity<RegisterEntry>().ToTable("Register").HasIndex(e => new { e.Kind, e.Key }).IsUnique();
    }
}
