using PbfFieldBot.Data;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Reports.Exports;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Digests;

/// <summary>What goes with the digest: the picture of progress, and the week's reports for Excel.</summary>
internal sealed class DigestFiles(FieldDatabase database, DialogCatalog catalog, Func<string, Dialog?> dialogs, TimeZoneInfo zone, TimeProvider clock)
{
    private readonly Areas areas = new(catalog.Places.Places);

    /// <summary>The same for all areas: indicators are the whole project's.</summary>
    public const string PictureName = "indicateurs.png";

    public static string PictureCaption => AppPhrases.Text("digest.picture");

    /// <summary>The reports that were sent in the week, with the figures at its end.</summary>
    public async Task<OutgoingFile> SheetAsync(Week week, string area, CancellationToken stop)
    {
        await using var db = database.NewContext();
        var scope = new ExportScope(week.Sunday, area == Areas.National ? null : area, SentFrom: Week.Ticks(week.Monday, zone), SentUntil: Week.Ticks(week.Sunday.AddDays(1), zone));
        var content = await new ExportSource(db, catalog, dialogs, zone).ReadAsync(scope, clock.GetUtcNow(), stop);
        using var book = new MemoryStream();
        await new ExcelFormat().WriteAsync(content, book, stop);
        return OutgoingFile.Document($"semaine-{week}-{Folding.Fold(areas.NameOf(area) ?? AppPhrases.Text("digest.sheet_whole")).Replace(' ', '-')}.xlsx", book.ToArray());
    }

    public string SheetCaption(Week week, string area) => AppPhrases.Text("digest.sheet", ("week", week.Number), ("area", areas.Shown(area)));
}
