using Microsoft.EntityFrameworkCore;
using PbfFieldBot.People;

namespace PbfFieldBot.Submissions;

/// <summary>Keys and indexes of submissions and their revisions.</summary>
internal static class SubmissionTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<StoredSubmission>(submission =>
        {
            submission.ToTable("Submissions");

            // The receipt is made from the number, so the number is given out by the intake inside its transaction.
            submission.Property(s => s.Id).ValueGeneratedNever();
            submission.HasIndex(s => s.Receipt).IsUnique();
            submission.HasIndex(s => new { s.Kind, s.Area, s.Day });
            submission.HasIndex(s => s.SameAs);
            submission.Ignore(s => s.CountingRevision);

            // What waits is read newest first and stops after as many as are shown.
            submission.HasIndex(s => new { s.Status, s.Id });
            submission.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
            submission.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<EvidencePhoto>(photo =>
        {
            photo.ToTable("EvidencePhotos").HasKey(p => new { p.Channel, p.FileId });
            photo.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<SubmissionRevision>(revision =>
        {
            revision.ToTable("Revisions").HasKey(r => new { r.SubmissionId, r.Revision });
            revision.HasOne<StoredSubmission>().WithMany().HasForeignKey(r => r.SubmissionId);
        });
        model.Entity<ReviewDesk>(desk =>
        {
            desk.ToTable("ReviewDesks").HasKey(d => d.PersonId);
            desk.Property(d => d.PersonId).ValueGeneratedNever();
            desk.HasOne<Person>().WithOne().HasForeignKey<ReviewDesk>(d => d.PersonId);
        });
    }
}
