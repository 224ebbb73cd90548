using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PbfFieldBot.Data;
using PbfFieldBot.Engine;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Reports;
using PbfFieldBot.Reports.Import;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`report import IN.docx [--write]`: last year's report into the framework: targets, milestones, reasons, and its values as opening values.</summary>
internal static class ReportImportCommand
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Command Create()
    {
        var input = new Argument<string>("IN.docx") { Description = AppPhrases.Text("cli.report.last_report") };
        var write = new Option<bool>("--write") { Description = AppPhrases.Text("cli.report.write") };
        var date = CommonOptions.Day("--date", AppPhrases.Text("cli.report.date"));
        var format = CommonOptions.Format("text", "json");
        var import = new Command("import", AppPhrases.Text("cli.report.import")) { input, write, date, format };
        import.SetAction(async (line, _) =>
        {
            var folder = Settings.Load(null).Dialogs;
            var framework = DialogFolder.Open(folder).Framework;
            var report = ImportedReport.Read(WordFile.Read(line.GetValue(input)!));
            var day = CommonOptions.DayOf(line.GetValue(date)) ?? report.Day ?? throw new RefusedException(AppPhrases.Text("report.import.no_date"));
            var changes = FrameworkChanges.Of(framework, report, day);
            if (line.GetValue(write))
                await WriteAsync(Path.Combine(folder, ResultsFrameworkReader.File), folder, changes);
            if (line.GetValue(format) == "json")
                Console.WriteLine(Json(report, day, changes));
            else
                Tell(framework, report, day, changes, line.GetValue(write) ? Path.Combine(folder, ResultsFrameworkReader.File) : null);
            return 0;
        });
        return import;
    }

    private static void Tell(ResultsFramework framework, ImportedReport report, DateOnly day, IReadOnlyList<FieldChange> changes, string? written)
    {
        foreach (var sentence in ImportText.Lines(framework, report, day, changes))
            Console.WriteLine(sentence);
        Console.WriteLine(changes.Count == 0 ? AppPhrases.Text("report.import.same")
            : written is null ? AppPhrases.File.Count("report.import.not_written", changes.Count)
            : AppPhrases.File.Count("report.import.written", changes.Count, ("file", written)));
    }

    // The folder must read as well afterwards as before; otherwise nothing is written.
    private static async Task WriteAsync(string file, string folder, IReadOnlyList<FieldChange> changes)
    {
        var changed = FrameworkFile.Apply(File.ReadAllText(file), changes);
        var findings = new Findings();
        var files = new Dictionary<string, string>(DialogFolder.Read(folder, findings), StringComparer.Ordinal) { [ResultsFrameworkReader.File] = changed };
        DialogCatalogReader.Read(files, findings);
        if (findings.Any)
            throw new RefusedException(AppPhrases.Text("settings.broken_dialogs", ("problems", string.Join('\n', findings.Problems))));
        await WholeFile.WriteAsync(file, new UTF8Encoding(false).GetBytes(changed));
    }

    private static string Json(ImportedReport report, DateOnly day, IReadOnlyList<FieldChange> changes) => JsonSerializer.Serialize(
        new
        {
            Date = YamlEdits.Day(day),
            Indicators = report.Indicators.Select(i => new
            {
                i.Code,
                i.Label,
                i.Parent,
                Baseline = i.Baseline?.Number,
                Target = i.Target?.Number,
                i.Milestone,
                i.MilestoneNumber,
                Value = i.Current?.Number,
                i.Current?.Women,
                i.Current?.Youth,
                Current = i.CurrentText,
                i.Reason,
            }),
            Changes = changes.Select(c => new { Code = c.Name, c.Field, c.Old, c.New }),
        },
        Options);
}
