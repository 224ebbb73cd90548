using Microsoft.EntityFrameworkCore;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;

namespace PbfFieldBot.Indicators;

/// <summary>Keys and indexes of contributions and of the cells that sum them.</summary>
internal static class IndicatorTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<StoredContribution>(contribution =>
        {
            contribution.ToTable("Contributions");
            contribution.HasIndex(c => new { c.Indicator, c.Part, c.Pending, c.Day, c.Area, c.Key });
            contribution.HasOne<StoredSubmission>().WithMany().HasForeignKey(c => c.SubmissionId);
            contribution.HasOne<RegisterEntry>().WithMany().HasForeignKey(c => c.RegisterEntryId);
        });
        model.Entity<DayCell>(cell =>
        {
            cell.ToTable("DayCells").HasKey(c => new { c.Indicator, c.Part, c.Pending, c.Day, c.Area, c.Key });
            cell.HasIndex(c => new { c.Indicator, c.Month, c.Part, c.Pending, c.Key });
        });
        model.Entity<MonthCell>().ToTable("MonthCells").HasKey(c => new { c.Indicator, c.Part, c.Pending, c.Month, c.Region, c.Key });
    }
}
