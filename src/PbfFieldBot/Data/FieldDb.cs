using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Indicators;
using PbfFieldBot.Intake;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Reports.Snapshots;
using PbfFieldBot.Schedule;
using PbfFieldBot.Submissions;

namespace PbfFieldBot.Data;

/// <summary>The database: one table per entity of the feature folders.</summary>
public abstract class FieldDb(DbContextOptions options) : DbContext(options)
{
    private PreparedCommands? prepared;

    /// <summary>Commands on this context's connection, ready as long as it is lent out.</summary>
    internal PreparedCommands Prepared => prepared ??= new PreparedCommands(this);

    public DbSet<Person> People => Set<Person>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<RegisterEntry> Register => Set<RegisterEntry>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<OpenForm> OpenForms => Set<OpenForm>();

    public DbSet<Pause> Pauses => Set<Pause>();

    public DbSet<NilReport> NilReports => Set<NilReport>();

    public DbSet<SentReminder> SentReminders => Set<SentReminder>();

    public DbSet<SeenUpdate> SeenUpdates => Set<SeenUpdate>();

    public DbSet<SetAsideUpdate> SetAsideUpdates => Set<SetAsideUpdate>();

    public DbSet<StoredConversation> Conversations => Set<StoredConversation>();

    public DbSet<StoredDialog> Dialogs => Set<StoredDialog>();

    public DbSet<StoredSubmission> Submissions => Set<StoredSubmission>();

    public DbSet<SubmissionRevision> Revisions => Set<SubmissionRevision>();

    public DbSet<ReviewDesk> ReviewDesks => Set<ReviewDesk>();

    public DbSet<StoredContribution> Contributions => Set<StoredContribution>();

    public DbSet<DayCell> DayCells => Set<DayCell>();

    public DbSet<MonthCell> MonthCells => Set<MonthCell>();

    public DbSet<OutgoingMessage> Outbox => Set<OutgoingMessage>();

    public DbSet<OutgoingFile> OutgoingFiles => Set<OutgoingFile>();

    public DbSet<SentSlot> SentSlots => Set<SentSlot>();

    public DbSet<FileToFetch> FilesToFetch => Set<FileToFetch>();

    public DbSet<EvidencePhoto> EvidencePhotos => Set<EvidencePhoto>();

    public DbSet<PresenceMark> Presence => Set<PresenceMark>();

    public DbSet<SentDigest> SentDigests => Set<SentDigest>();

    public DbSet<ReportSnapshot> Snapshots => Set<ReportSnapshot>();

    public DbSet<SnapshotSubmission> SnapshotSubmissions => Set<SnapshotSubmission>();

    public DbSet<SnapshotSource> SnapshotSources => Set<SnapshotSource>();

    // A context of the pool comes back here before the next use.
    public override void Dispose()
    {
        LetGo();
        GC.SuppressFinalize(this);
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        LetGo();
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Role>().HaveConversion<string>();
        configurationBuilder.Properties<SubmissionStatus>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        PeopleTables.Configure(modelBuilder);
        IntakeTables.Configure(modelBuilder);
        SubmissionTables.Configure(modelBuilder);
        IndicatorTables.Configure(modelBuilder);
        OutboxTables.Configure(modelBuilder);
        ScheduleTables.Configure(modelBuilder);
        SnapshotTables.Configure(modelBuilder);
    }

    private void LetGo()
    {
        prepared?.Dispose();
        prepared = null;
    }
}
