using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Indicators;
using PbfFieldBot.Intake;
using PbfFieldBot.People;
using PbfFieldBot.Reports.Exports;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Snapshots;

/// <summary>Freezes the figures of a published report under a name, with the reports behind them, and finds them again.</summary>
internal sealed class SnapshotArchive(FieldDatabase database, DialogCatalog catalog)
{
    private readonly DialogVersions versions = new(database, catalog);

    /// <summary>Freezes what is known now, in one transaction; a name that is taken is refused.</summary>
    /// <param name="asOf">Activities up to and including this day; null for all.</param>
    public Task<ReportSnapshot> FreezeAsync(string name, DateOnly? asOf, DateTimeOffset now, CancellationToken stop)
    {
        var key = Folding.Fold(name);
        if (key.Length == 0 || name.Length > Limits.SnapshotNameCharacters)
            throw new RefusedException(AppPhrases.Text("snapshot.bad_name", ("name", name), ("limit", Limits.SnapshotNameCharacters)));
        return database.WriteAsync(
            async db =>
            {
                if (await db.Snapshots.AnyAsync(s => s.Key == key, stop))
                    throw new RefusedException(AppPhrases.Text("snapshot.taken", ("name", name)));
                var figures = await new FigureReader(db, catalog).ReadAsync(new ExportScope(asOf), everyArea: true, stop);
                var snapshot = new ReportSnapshot { Name = name, Key = key, At = now.UtcTicks, AsOf = asOf, Figures = ConversationJson.Write(figures) };
                db.Snapshots.Add(snapshot);
                foreach (var dialog in figures.Kinds.SelectMany(k => k.DialogKeys))
                    versions.Keep(db, dialog);
                await db.SaveChangesAsync(stop);
                await KeepReportsAsync(db, snapshot, stop);
                await KeepSourcesAsync(db, snapshot, stop);
                return snapshot;
            },
            stop);
    }

    /// <summary>All of them, the oldest first.</summary>
    public async Task<IReadOnlyList<ReportSnapshot>> ListAsync(CancellationToken stop)
    {
        await using var db = database.NewContext();
        return await db.Snapshots.AsNoTracking().OrderBy(s => s.Id).ToListAsync(stop);
    }

    /// <summary>The one of that name, however it is spelled; refuses when there is none and says which there are.</summary>
    public async Task<ReportSnapshot> FindAsync(string name, CancellationToken stop)
    {
        var all = await ListAsync(stop);
        return all.FirstOrDefault(s => s.Key == Folding.Fold(name))
            ?? throw new RefusedException(all.Count == 0
                ? AppPhrases.Text("snapshot.none_yet")
                : AppPhrases.Text("snapshot.unknown", ("name", name), ("known", string.Join(", ", all.Select(s => s.Name)))));
    }

    public static FrozenFigures FiguresOf(ReportSnapshot snapshot) => ConversationJson.Read<FrozenFigures>(snapshot.Figures);

    /// <summary>What stood behind each frozen value, by indicator, in the order of days.</summary>
    public async Task<ILookup<string, Behind>> SourcesAsync(ReportSnapshot snapshot, CancellationToken stop)
    {
        await using var db = database.NewContext();
        var sources = await db.SnapshotSources.AsNoTracking().Where(s => s.SnapshotId == snapshot.Id).OrderBy(s => s.Indicator).ThenBy(s => s.Place).ToListAsync(stop);
        return sources.ToLookup(s => s.Indicator, s => ConversationJson.Read<Behind>(s.Behind));
    }

    /// <summary>As <see cref="IndicatorExplainer"/> says of today: each frozen value with what counted, in the report's order.</summary>
    public async Task<IReadOnlyList<Explanation>> ExplanationsAsync(ReportSnapshot snapshot, CancellationToken stop)
    {
        var (figures, sources) = (FiguresOf(snapshot), await SourcesAsync(snapshot, stop));
        return [.. figures.Framework.Indicators.Zip(figures.Of(Areas.National)!.Values, (indicator, value) =>
            new Explanation(indicator with { Counts = catalog.Framework.Find(indicator.Code)?.Counts }, value, [.. sources[indicator.Code]], [], []))];
    }

    // Copied by the database itself: a season may have many reports.
    private static Task<int> KeepReportsAsync(FieldDb db, ReportSnapshot snapshot, CancellationToken stop) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "SnapshotSubmissions"
            ("SnapshotId", "SubmissionId", "Receipt", "Kind", "DialogKey", "PersonId", "Organisation", "OrganisationKind", "Status", "Revision", "Day", "Area", "Confirms", "Answers", "SentAt")
        SELECT {snapshot.Id}, s."Id", s."Receipt", s."Kind", s."DialogKey", s."PersonId", o."Name", o."Kind", CASE WHEN r."Revision" IS NULL THEN s."Status" ELSE {nameof(SubmissionStatus.Approved)} END,
            COALESCE(r."Revision", s."Revision"), s."Day", s."Area", f."Receipt", COALESCE(r."Answers", s."Answers"), s."SentAt"
        FROM "Submissions" s
        LEFT JOIN "Organisations" o ON o."Id" = s."OrganisationId"
        LEFT JOIN "Revisions" r ON r."SubmissionId" = s."Id" AND r."Revision" = s."KeptRevision"
        LEFT JOIN "Submissions" f ON f."Id" = s."SameAs"
        WHERE s."Kind" <> {ExportReports.Alert} AND s."Day" <= {snapshot.AsOf ?? DateOnly.MaxValue}
        """,
        stop);

    private async Task KeepSourcesAsync(FieldDb db, ReportSnapshot snapshot, CancellationToken stop)
    {
        var explainer = new IndicatorExplainer(database, catalog.Framework, new IndicatorCells(catalog.Framework, versions.Find));
        foreach (var indicator in catalog.Framework.Indicators)
        {
            var counted = (await explainer.ExplainAsync(db, indicator.Code, snapshot.AsOf, null, stop))?.Counted ?? [];
            db.SnapshotSources.AddRange(counted.Select((behind, i) => new SnapshotSource
            {
                SnapshotId = snapshot.Id,
                Indicator = indicator.Code,
                Place = i + 1,
                Receipt = behind.Receipt,
                Behind = ConversationJson.Write(behind),
            }));
        }
    }
}
