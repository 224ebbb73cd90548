using Microsoft.EntityFrameworkCore;

namespace PbfFieldBot.Reports.Snapshots;

/// <summary>Keys and indexes of frozen figures. They point to no living table: nothing that happens there may reach them.</summary>
internal static class SnapshotTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<ReportSnapshot>(snapshot =>
        {
            snapshot.ToTable("Snapshots");
            snapshot.HasIndex(s => s.Key).IsUnique();
        });
        model.Entity<SnapshotSubmission>(submission =>
        {
            submission.ToTable("SnapshotSubmissions").HasKey(s => new { s.SnapshotId, s.SubmissionId });
            submission.HasIndex(s => new { s.SnapshotId, s.Kind, s.Day });
            submission.HasOne<ReportSnapshot>().WithMany().HasForeignKey(s => s.SnapshotId);
        });
        model.Entity<SnapshotSource>(source =>
        {
            source.ToTable("SnapshotSources").HasKey(s => new { s.SnapshotId, s.Indicator, s.Place });
            source.HasOne<ReportSnapshot>().WithMany().HasForeignKey(s => s.SnapshotId);
        });
    }
}
