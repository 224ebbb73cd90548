using System.CommandLine;
using Microsoft.Data.Sqlite;
using PbfFieldBot.Data;
using PbfFieldBot.Indicators;
using PbfFieldBot.Intake;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Commands;

/// <summary>`verify-backup FILE`: restores a backup aside and makes every indicator anew from its reports; the values must be those that the backup holds.</summary>
internal static class VerifyBackupCommand
{
    public static Command Create()
    {
        var backup = new Argument<string>("FICHIER") { Description = AppPhrases.Text("cli.verify_backup.file") };
        var command = new Command("verify-backup", AppPhrases.Text("cli.verify_backup.about")) { backup };
        command.SetAction(async (line, stop) =>
        {
            var aside = Directory.CreateTempSubdirectory("pbf-verify-");
            try
            {
                await VerifyAsync(line.GetValue(backup)!, Path.Combine(aside.FullName, "backup.db"), stop);
            }
            finally
            {
                aside.Delete(recursive: true);
            }
        });
        return command;
    }

    private static async Task VerifyAsync(string backup, string place, CancellationToken stop)
    {
        await Backup.CopyAsideAsync(backup, place, stop);
        var catalog = DialogFolder.Open(Settings.Load().Dialogs);
        using var database = await FieldDatabase.OpenAsync(new SqliteConnectionStringBuilder { DataSource = place }.ToString(), stop);
        var queries = new IndicatorQueries(database, catalog.Framework);
        var cells = new IndicatorCells(catalog.Framework, new DialogVersions(database, catalog).Find);
        var before = await queries.ValuesAsync(stop: stop);
        var reports = await database.WriteAsync(db => cells.RebuildAsync(db, null, stop), stop);
        var changed = (await queries.ValuesAsync(stop: stop)).Except(before).Select(v => v.Code).ToList();
        if (changed.Count > 0)
            throw new RefusedException(AppPhrases.Text("cli.verify_backup.differs", ("codes", string.Join(", ", changed))));
        Console.WriteLine(AppPhrases.File.Count("cli.verify_backup.done", reports, ("indicators", before.Count)));
    }
}
