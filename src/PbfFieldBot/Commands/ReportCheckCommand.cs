using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Reports;
using PbfFieldBot.Reports.Check;
using PbfFieldBot.Reports.Import;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`report check IN.docx [--since PREVIOUS.docx]`: what an officer should look at before the report leaves. Exit 1 when there is something, as for `dialogs check`.</summary>
internal static class ReportCheckCommand
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Command Create()
    {
        var input = new Argument<string>("IN.docx") { Description = AppPhrases.Text("cli.report.checked") };
        var since = new Option<string?>("--since") { Description = AppPhrases.Text("cli.report.since"), HelpName = "PREVIOUS.docx" };
        var (format, file) = (CommonOptions.Format("text", "json"), CommonOptions.Database());
        var check = new Command("check", AppPhrases.Text("cli.report.check")) { input, since, format, file };
        check.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            var catalog = DialogFolder.Open(settings.Dialogs);
            var rules = CheckRules.Read(DialogFolder.Read(settings.Dialogs, new Findings()));
            using var database = line.GetValue(file) is null ? await OpenIfThereAsync(settings, stop) : await FieldDatabase.OpenExistingAsync(settings.Database, stop);
            var known = database is null ? null : new PeriodBefore(database, catalog);
            var previous = line.GetValue(since) is { } before ? PreviousPeriod.Of(ImportedReport.Read(WordFile.Read(before))) : known is null ? null : await known.LastSnapshotAsync(stop);
            var report = CheckedReport.Read(WordFile.Read(line.GetValue(input)!), catalog.Framework, rules, previous ?? PreviousPeriod.Of(catalog.Framework));
            var findings = ReportChecks.Run(known is null ? report : report with { Measures = await known.MeasuresAsync(stop) });
            if (line.GetValue(format) == "json")
                Console.WriteLine(JsonSerializer.Serialize(findings, Options));
            else
                Tell(findings);
            return findings.Count > 0 ? 1 : 0;
        });
        return check;
    }

    // A report can be checked on a machine that has no database.
    private static async Task<FieldDatabase?> OpenIfThereAsync(Settings settings, CancellationToken stop)
    {
        try
        {
            return await FieldDatabase.OpenExistingAsync(settings.Database, stop);
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    private static void Tell(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
            Console.WriteLine(AppPhrases.Text("report.check.line", ("where", finding.Where), ("message", finding.Message), ("evidence", finding.Evidence)) + "\n");
        Console.WriteLine(findings.Count == 0 ? AppPhrases.Text("report.check.none") : AppPhrases.File.Count("report.check.found", findings.Count));
    }
}
