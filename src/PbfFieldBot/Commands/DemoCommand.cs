using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Channels.Replay;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Transcripts;
using PbfFieldBot.Indicators;
using PbfFieldBot.Reports;
using PbfFieldBot.Reports.Exports;
using PbfFieldBot.Texts;
using Spectre.Console;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`demo`: a year of sample conversations through the real pipeline, then the table and the filled Word report. No token, no server.</summary>
internal static class DemoCommand
{
    private const string ExcerptAuthor = "Fatoumata";
    private const int ExcerptMessages = 18;

    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = AppPhrases.Text("cli.demo.out"), HelpName = "DOSSIER", DefaultValueFactory = _ => "demo" };
        var command = new Command("demo", AppPhrases.Text("cli.demo.about")) { output };
        command.SetAction((line, stop) => RunAsync(line.GetValue(output)!, stop));
        return command;
    }

    private static async Task<int> RunAsync(string folder, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "demo.db");
        foreach (var old in Directory.GetFiles(folder, "demo.db*"))
            File.Delete(old);
        var settings = Settings.Load(file);
        var catalog = DialogFolder.Open(settings.Dialogs);
        var transcripts = ReplayCommand.ReadAll(Directory.GetFiles(Path.Combine(settings.Dialogs, "demo"), "*.yaml").Order(StringComparer.Ordinal));
        Console.WriteLine(AppPhrases.Text("cli.demo.title"));
        using var database = await FieldDatabase.OpenAsync(settings.Database, stop);
        using (var stage = new ReplayStage(database, catalog, settings.Zone))
            if (!await PlayAsync(stage, transcripts, folder))
                return 1;
        await using (var db = database.NewContext())
            Console.WriteLine(AppPhrases.File.Count("cli.demo.played", await db.Submissions.CountAsync(stop)) + "\n");
        var values = await new IndicatorQueries(database, catalog.Framework).ValuesAsync(null, null, stop);
        Console.WriteLine(AppPhrases.Text("cli.demo.table"));
        IndicatorTable.Write(catalog.Framework, values, null);
        Console.WriteLine();
        var report = Path.Combine(folder, "rapport.docx");
        var rows = ProgressReport.Rows(catalog.Framework, values);
        ReportFillCommand.Tell(await ReportFillCommand.FillFileAsync(Path.Combine(settings.Dialogs, "rapport", "modele-2020.docx"), report, rows, new FillOptions(TimeProvider.System.GetUtcNow())), report);
        await ExportCommand.WriteAsync(database, catalog, settings.Zone, new ExportScope(), null, Path.Combine(folder, "donnees.xlsx"), stop);
        await DigestCommand.WriteFilesAsync(database, catalog, settings.Zone, folder, stop);
        Console.WriteLine(AppPhrases.Text("cli.demo.written", ("folder", folder)));
        Console.WriteLine(AppPhrases.Text("cli.demo.files", ("folder", folder)));
        return 0;
    }

    private static async Task<bool> PlayAsync(ReplayStage stage, IReadOnlyList<Transcript> transcripts, string folder)
    {
        await using var log = new StreamWriter(Path.Combine(folder, "conversations.txt"));
        var (excerpt, mishaps) = (new List<string>(), new List<Mishap>());
        await Progress(transcripts.Sum(t => t.Talk.Count), async tick =>
        {
            foreach (var transcript in transcripts)
            {
                var played = await new TranscriptPlayer(stage).PlayAsync(transcript, message =>
                {
                    var line = TranscriptText.Line(message);
                    log.WriteLine(line);
                    if (message.To == ExcerptAuthor && excerpt.Count < ExcerptMessages)
                        excerpt.Add(line);
                    tick();
                });
                mishaps.AddRange(played.Mishaps);
            }
        });
        Console.WriteLine("\n" + AppPhrases.Text("cli.demo.excerpt") + "\n" + string.Join('\n', excerpt) + "\n");
        foreach (var mishap in mishaps)
            await Console.Error.WriteLineAsync(mishap.ToString());
        return mishaps.Count == 0;
    }

    // Progress goes to standard error, and only when somebody looks.
    private static async Task Progress(int steps, Func<Action, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            await work(() => { });
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress().StartAsync(async progress =>
        {
            var task = progress.AddTask("demo", maxValue: steps * 3);
            await work(() => task.Increment(1));
            task.Value = task.MaxValue;
        });
    }
}
