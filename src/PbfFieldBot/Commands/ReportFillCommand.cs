using System.CommandLine;
using PbfFieldBot.Data;
using PbfFieldBot.Reports;
using PbfFieldBot.Reports.Snapshots;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`report fill IN.docx OUT.docx`: the values into the officer's own Word report.</summary>
internal static class ReportFillCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("IN.docx") { Description = AppPhrases.Text("cli.report.input") };
        var output = new Argument<string>("OUT.docx") { Description = AppPhrases.Text("cli.report.output") };
        var asOf = CommonOptions.AsOf();
        var track = new Option<bool>("--track-changes") { Description = AppPhrases.Text("cli.report.track_changes") };
        var comments = new Option<bool>("--comments") { Description = AppPhrases.Text("cli.report.comments") };
        var file = CommonOptions.Database();
        var snapshot = CommonOptions.Snapshot(asOf);
        var fill = new Command("fill", AppPhrases.Text("cli.report.fill")) { input, output, asOf, snapshot, track, comments, file };
        fill.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            var catalog = DialogFolder.Open(settings.Dialogs);
            using var database = await FieldDatabase.OpenExistingAsync(settings.Database, stop);
            var (report, sources) = (new ProgressReport(database, catalog), line.GetValue(comments));
            var rows = line.GetValue(snapshot) is { } name
                ? await report.RowsAsync(await new SnapshotArchive(database, catalog).FindAsync(name, stop), sources, stop)
                : await report.RowsAsync(CommonOptions.DayOf(line.GetValue(asOf)), sources, stop);
            Tell(await FillFileAsync(line.GetValue(input)!, line.GetValue(output)!, rows, new FillOptions(TimeProvider.System.GetUtcNow(), line.GetValue(track), sources)), line.GetValue(output)!);
        });
        return fill;
    }

    /// <summary>Fills a file on the disk; a file that stands at the output's place is replaced, the input never is.</summary>
    public static async Task<FillResult> FillFileAsync(string input, string output, IReadOnlyList<ReportRow> rows, FillOptions options)
    {
        var report = WordFile.Read(input);
        if (WordFile.IsSame(input, output))
            throw new RefusedException(AppPhrases.Text("report.same_file", ("file", input)));
        var (filled, result) = WordTableFiller.Fill(report, rows, options);
        await WholeFile.WriteAsync(output, filled);
        return result;
    }

    /// <summary>Says what was filled and what was left out.</summary>
    public static void Tell(FillResult result, string output)
    {
        Console.WriteLine(AppPhrases.File.Count("report.filled", result.Filled.Count, ("file", output)));
        foreach (var sentence in FillText.LeftOut(result))
            Console.WriteLine(sentence);
    }
}
