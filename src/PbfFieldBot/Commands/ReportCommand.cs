using System.CommandLine;
using PbfFieldBot.Data;
using PbfFieldBot.Indicators;
using PbfFieldBot.Reports;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`report fill IN.docx OUT.docx`: the values into the officer's own Word report.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var command = new Command("report", AppPhrases.Text("cli.report.about"));
        command.Add(Fill());
        return command;
    }

    private static Command Fill()
    {
        var input = new Argument<string>("IN.docx") { Description = AppPhrases.Text("cli.report.input") };
        var output = new Argument<string>("OUT.docx") { Description = AppPhrases.Text("cli.report.output") };
        var asOf = new Option<DateOnly?>("--as-of") { Description = AppPhrases.Text("cli.indicators.as_of"), HelpName = "DATE" };
        var file = CommonOptions.Database();
        var fill = new Command("fill", AppPhrases.Text("cli.report.fill")) { input, output, asOf, file };
        fill.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            var catalog = DialogFolder.Open(settings.Dialogs);
            using var database = await FieldDatabase.OpenExistingAsync(settings.Database, stop);
            var values = await new IndicatorQueries(database, catalog.Framework).ValuesAsync(line.GetValue(asOf), null, stop);
            Tell(FillFile(line.GetValue(input)!, line.GetValue(output)!, ProgressReport.Rows(catalog.Framework, values)), line.GetValue(output)!);
        });
        return fill;
    }

    /// <summary>Fills a file on the disk.</summary>
    public static FillResult FillFile(string input, string output, IReadOnlyList<ReportRow> rows)
    {
        if (!File.Exists(input))
            throw new RefusedException(AppPhrases.Text("report.no_file", ("file", input)));
        var (filled, result) = WordTableFiller.Fill(File.ReadAllBytes(input), rows);
        File.WriteAllBytes(output, filled);
        return result;
    }

    /// <summary>Says what was filled and what was left out.</summary>
    public static void Tell(FillResult result, string output)
    {
        Console.WriteLine(AppPhrases.File.Count("report.filled", result.Filled.Count, ("file", output)));
        if (result.MissingInDocument.Count > 0)
            Console.WriteLine(AppPhrases.Text("report.missing_in_document", ("codes", string.Join(", ", result.MissingInDocument))));
        if (result.MissingInProject.Count > 0)
            Console.WriteLine(AppPhrases.Text("report.missing_in_project", ("codes", string.Join(", ", result.MissingInProject))));
        foreach (var warning in result.Warnings)
            Console.WriteLine(warning);
    }
}
