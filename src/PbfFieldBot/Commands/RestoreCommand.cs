using System.CommandLine;
using PbfFieldBot.Data;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Commands;

/// <summary>`restore FILE`: a backup takes the database's place; what stood there is kept aside.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var backup = new Argument<string>("FICHIER") { Description = AppPhrases.Text("cli.restore.file") };
        var force = new Option<bool>("--force") { Description = AppPhrases.Text("cli.restore.force") };
        var file = CommonOptions.Database();
        var command = new Command("restore", AppPhrases.Text("cli.restore.about")) { backup, force, file };
        command.SetAction(async (line, stop) =>
        {
            var database = Settings.Load(line.GetValue(file)).Database.SqliteFile;
            var aside = await Backup.RestoreAsync(line.GetValue(backup)!, database, line.GetValue(force), TimeProvider.System.GetUtcNow(), stop);
            Console.WriteLine(AppPhrases.Text("cli.restore.done", ("file", DbSetup.FileOf(database))));
            if (aside is not null)
                Console.WriteLine(AppPhrases.Text("cli.restore.aside", ("file", aside)));
        });
        return command;
    }
}
