using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.People;
using PbfFieldBot.Reports.Snapshots;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Exports;

/// <summary>Reads what an export says: out of one state of the database, or out of frozen figures.</summary>
/// <param name="dialogs">Every version of a dialog by its key.</param>
internal sealed class ExportSource(FieldDb db, DialogCatalog catalog, Func<string, Dialog?> dialogs, TimeZoneInfo zone)
{
    public async Task<ExportContent> ReadAsync(ExportScope scope, DateTimeOffset now, CancellationToken stop) =>
        Content(await new FigureReader(db, catalog).ReadAsync(scope, everyArea: false, stop), ExportRow.Of(db), scope, now, null);

    public ExportContent Read(ReportSnapshot snapshot, ExportScope scope) => Content(
        ConversationJson.Read<FrozenFigures>(snapshot.Figures),
        ExportRow.Of(db, snapshot),
        scope with { AsOf = snapshot.AsOf },
        new DateTimeOffset(snapshot.At, TimeSpan.Zero),
        snapshot.Name);

    private ExportContent Content(FrozenFigures figures, IQueryable<ExportRow> rows, ExportScope scope, DateTimeOffset at, string? snapshot) =>
        new(new ExportReports(db, rows, scope, zone).OfAsync)
        {
            Framework = figures.Framework,
            Scope = scope,
            Snapshot = snapshot,
            At = TimeZoneInfo.ConvertTime(at, zone),
            Whole = figures.Of(scope.Area ?? Areas.National) ?? throw new RefusedException(AppPhrases.Text("snapshot.unknown_area")),
            Areas = [.. figures.Areas.Where(a => catalog.Places.Places.Any(p => p.PCode == a.Code && FigureReader.IsWithin(p, scope.Area)))],
            Kinds = [.. figures.Kinds.Select(k => ExportedKind.Of(k.Id, [.. k.DialogKeys.Select(dialogs).OfType<Dialog>()]))],
        };
}
