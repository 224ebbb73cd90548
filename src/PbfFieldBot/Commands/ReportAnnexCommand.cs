using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Reports;
using PbfFieldBot.Reports.Annex;
using PbfFieldBot.Reports.Exports;
using PbfFieldBot.Reports.Snapshots;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`report annex OUT.docx|OUT.xlsx`: each value of the report with the reports behind it.</summary>
internal static class ReportAnnexCommand
{
    public static Command Create()
    {
        var output = new Argument<string>("OUT") { Description = AppPhrases.Text("cli.annex.output") };
        output.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && Path.GetExtension(token.Value).ToUpperInvariant() is not (".DOCX" or ".XLSX"))
                result.AddError(AppPhrases.Text("cli.export.unknown_format", ("file", token.Value), ("known", ".docx, .xlsx")));
        });
        var (file, asOf) = (CommonOptions.Database(), CommonOptions.AsOf());
        var snapshot = CommonOptions.Snapshot(asOf);
        var withoutPhotos = new Option<bool>("--without-photos") { Description = AppPhrases.Text("cli.annex.without_photos") };
        var command = new Command("annex", AppPhrases.Text("cli.annex.about")) { output, asOf, snapshot, withoutPhotos, file };
        command.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            using var database = await FieldDatabase.OpenExistingAsync(settings.Database, stop);
            var catalog = DialogFolder.Open(settings.Dialogs);
            var builder = new AnnexBuilder(database, catalog);
            var annex = line.GetValue(snapshot) is { } name
                ? await builder.BuildFrozenAsync(await new SnapshotArchive(database, catalog).FindAsync(name, stop), stop)
                : await builder.BuildAsync(CommonOptions.DayOf(line.GetValue(asOf)), stop);
            await WriteAsync(database, catalog, annex, line.GetValue(output)!, !line.GetValue(withoutPhotos), stop);
            Console.WriteLine(AppPhrases.Text("export.written", ("file", line.GetValue(output)!)));
        });
        return command;
    }

    /// <summary>Writes the annex as Word or Excel, by the extension.</summary>
    public static async Task WriteAsync(FieldDatabase database, DialogCatalog catalog, ReportAnnex annex, string file, bool withPhotos, CancellationToken stop)
    {
        var isWord = Path.GetExtension(file).Equals(".docx", StringComparison.OrdinalIgnoreCase);
        var photos = isWord && withPhotos ? await PhotosAsync(database, annex, stop) : [];
        await WholeFile.WriteAsync(file, stream =>
        {
            if (isWord)
                new AnnexWord(annex, catalog, photos).Write(stream);
            else
                AnnexExcel.Write(annex, catalog, stream);
            return Task.CompletedTask;
        });
    }

    private static async Task<Dictionary<string, byte[]>> PhotosAsync(FieldDatabase database, ReportAnnex annex, CancellationToken stop)
    {
        var ids = annex.Entries.SelectMany(e => e.Lines).SelectMany(l => l.Source.Photos).Distinct().ToList();
        await using var db = database.NewContext();
        Dictionary<string, byte[]> photos = [];
        foreach (var some in ids.Chunk(100))
            foreach (var photo in await db.Set<Submissions.EvidencePhoto>().AsNoTracking().Where(p => some.Contains(p.FileId)).ToListAsync(stop))
                photos[photo.FileId] = photo.Content;
        return photos;
    }
}
