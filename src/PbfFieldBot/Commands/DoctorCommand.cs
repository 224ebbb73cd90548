using System.CommandLine;
using System.Text.Json;
using PbfFieldBot.Data;
using PbfFieldBot.Doctor;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Indicators;
using PbfFieldBot.Intake;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`doctor`: looks whether the promises hold on a database, while the bot runs or not, without changing anything. Exit 1 when one does not.</summary>
internal static class DoctorCommand
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = ConversationJson.Options.Encoder };

    public static Command Create()
    {
        var file = CommonOptions.Database();
        var format = CommonOptions.Format("text", "json");
        var command = new Command("doctor", AppPhrases.Text("cli.doctor.about")) { file, format };
        command.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            if (settings.Database is SqliteAddress)
                FileCheck.RefuseDamaged(settings.Database.SqliteFile, settings.BackupFolder);
            using var database = await FieldDatabase.OpenExistingAsync(settings.Database, stop);
            var results = await ResultsAsync(settings, database, DialogFolder.Open(settings.Dialogs), stop);
            var right = results.All(r => r.State is not CheckState.Wrong);
            if (line.GetValue(format) == "json")
                Console.WriteLine(Json(right, results));
            else
                Print(right, results);
            return right ? 0 : 1;
        });
        return command;
    }

    private static async Task<IReadOnlyList<CheckResult>> ResultsAsync(Settings settings, FieldDatabase database, DialogCatalog catalog, CancellationToken stop)
    {
        var now = TimeProvider.System.GetUtcNow();
        var cells = new IndicatorCells(catalog.Framework, new DialogVersions(database, catalog).Find);
        await using var db = database.NewContext();
        await using var moment = await Snapshot.OpenAsync(db, stop);
        return
        [
            await ReportChecks.ReceiptsAsync(db, stop),
            await StorageChecks.SettingsAsync(db, stop),
            await ReportChecks.OnceAsync(db, stop),
            await MessageChecks.OutboxAsync(db, now, stop),
            await StorageChecks.SoundAsync(db, stop),
            await ReportChecks.FiguresAsync(db, cells, stop),
            await MessageChecks.SetAsideAsync(db, database.KeyFile, stop),
            await ReportChecks.OrderAsync(db, stop),
            StorageChecks.LastBackup(settings.BackupFolder, settings.Zone, now),
        ];
    }

    private static void Print(bool right, IReadOnlyList<CheckResult> results)
    {
        foreach (var result in results)
            Console.WriteLine(AppPhrases.Text("doctor.line", ("id", result.Id.Length == 2 ? result.Id : "  "), ("state", AppPhrases.Text("doctor.state." + Name(result.State))), ("text", result.Text)));
        Console.WriteLine(AppPhrases.Text(right ? "doctor.right" : "doctor.not_right"));
    }

    private static string Json(bool right, IReadOnlyList<CheckResult> results) =>
        JsonSerializer.Serialize(new { ok = right, checks = results.Select(r => new { id = r.Id, state = Name(r.State), text = r.Text, numbers = r.Numbers }) }, Readable);

    private static string Name(CheckState state) => state switch
    {
        CheckState.Ok => "ok",
        CheckState.Look => "look",
        CheckState.Wrong => "wrong",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
