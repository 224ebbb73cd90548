using System.CommandLine;
using PbfFieldBot.Data;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Commands;

/// <summary>`migrate`: makes the database or brings it up to date, and nothing else. `migrate --to` moves a SQLite file to PostgreSQL.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var file = CommonOptions.Database();
        var target = new Option<string?>("--to") { Description = AppPhrases.Text("cli.migrate.to"), HelpName = "CONNEXION" };
        var command = new Command("migrate", AppPhrases.Text("cli.migrate.about")) { file, target };
        command.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            if (line.GetValue(target) is { } connection)
            {
                await MoveAsync(settings, PostgresAddress.Read(connection) ?? throw new RefusedException(AppPhrases.Text("settings.postgres_connection", ("key", "--to"))), stop);
                return;
            }

            using var database = await FieldDatabase.OpenAsync(settings.Database, stop);
            Console.WriteLine(AppPhrases.Text("cli.migrate.done", ("file", settings.Database.Shown)));
        });
        return command;
    }

    private static async Task MoveAsync(Settings settings, PostgresAddress target, CancellationToken stop)
    {
        var file = settings.Database.SqliteFile;
        DbSetup.RefuseMissing(file);
        FileCheck.RefuseDamaged(file, settings.BackupFolder);
        using var alone = RunningMark.TryTake(file) ?? throw new RefusedException(AppPhrases.Text("backup.running", ("file", settings.Database.Shown)));
        using var source = await FieldDatabase.OpenAsync(settings.Database, stop);
        using var server = await FieldDatabase.OpenAsync(target, stop);
        await using var from = source.NewContext();
        await using var to = server.NewContext();
        var rows = await new DatabaseMove(from, to, DialogFolder.Open(settings.Dialogs).Framework).RunAsync(Progress, stop);
        Console.WriteLine(AppPhrases.File.Count("cli.migrate.moved", rows, ("database", target.Shown), ("file", settings.Database.Shown)));
    }

    private static void Progress(string table)
    {
        if (!Console.IsErrorRedirected)
            Console.Error.WriteLine(AppPhrases.Text("cli.migrate.progress", ("table", table)));
    }
}
