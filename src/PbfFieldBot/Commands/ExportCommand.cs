using System.CommandLine;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Indicators;
using PbfFieldBot.Intake;
using PbfFieldBot.Reports;
using PbfFieldBot.Reports.Exports;
using PbfFieldBot.Reports.Snapshots;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`export --to FILE`: figures and reports as a file, its kind by the extension; without a file the CSV goes to standard output.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var to = new Option<string?>("--to") { Description = AppPhrases.Text("cli.export.to"), HelpName = "FICHIER" };
        to.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && ExportFormats.Of(token.Value) is null)
                result.AddError(AppPhrases.Text("cli.export.unknown_format", ("file", token.Value), ("known", string.Join(", ", ExportFormats.All.Select(f => f.Extension)))));
        });
        var (file, asOf, region) = (CommonOptions.Database(), CommonOptions.AsOf(), CommonOptions.Region());
        var versions = new Option<bool>("--versions") { Description = AppPhrases.Text("cli.export.versions") };
        var snapshot = CommonOptions.Snapshot(asOf);
        var command = new Command("export", AppPhrases.Text("cli.export.about")) { to, asOf, snapshot, region, versions, file };
        command.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            using var database = await FieldDatabase.OpenExistingAsync(settings.Database, stop);
            var catalog = DialogFolder.Open(settings.Dialogs);
            var frozen = line.GetValue(snapshot) is { } name ? await new SnapshotArchive(database, catalog).FindAsync(name, stop) : null;
            var scope = new ExportScope(CommonOptions.DayOf(line.GetValue(asOf)), CommonOptions.AreaOf(catalog, line.GetValue(region)), line.GetValue(versions));
            if (line.GetValue(to) is { } target)
            {
                await WriteAsync(database, catalog, settings.Zone, scope, frozen, target, stop);
                Console.WriteLine(AppPhrases.Text("export.written", ("file", target)));
            }
            else
            {
                await WriteAsync(database, catalog, settings.Zone, scope, frozen, new CsvFormat(), Console.OpenStandardOutput(), stop);
            }
        });
        return command;
    }

    /// <summary>Writes a file of the format of its extension, of the figures of now or of frozen ones.</summary>
    public static async Task WriteAsync(FieldDatabase database, DialogCatalog catalog, TimeZoneInfo zone, ExportScope scope, ReportSnapshot? frozen, string file, CancellationToken stop)
    {
        var format = ExportFormats.Of(file) ?? throw new ArgumentException("no format for " + file, nameof(file));
        if (!format.ListsReports && (scope.Area is not null || scope.Versions))
            throw new RefusedException(AppPhrases.Text("export.whole_project_only", ("extension", format.Extension)));
        await WholeFile.WriteAsync(file, stream => WriteAsync(database, catalog, zone, scope, frozen, format, stream, stop));
        if (format is IatiFormat && catalog.Framework.Project is { IatiIdentifier: "" } or { ReportingOrganisation.Ref: "" })
            await Console.Error.WriteLineAsync(AppPhrases.Text("export.iati.incomplete", ("number", catalog.Framework.Project.Number)));
    }

    private static async Task WriteAsync(FieldDatabase database, DialogCatalog catalog, TimeZoneInfo zone, ExportScope scope, ReportSnapshot? frozen, IExportFormat format, Stream to, CancellationToken stop)
    {
        await using var db = database.NewContext();
        await using var moment = await Snapshot.OpenAsync(db, stop);
        var source = new ExportSource(db, catalog, new DialogVersions(database, catalog).Find, zone);
        var content = frozen is null ? await source.ReadAsync(scope, TimeProvider.System.GetUtcNow(), stop) : source.Read(frozen, scope);
        await format.WriteAsync(content, to, stop);
    }
}
