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
        model.Entity<RegisterEntry>().ToTable("Register").HasIndex(e => new { e.Kind, e.Key }).IsUnique();
    }
}
