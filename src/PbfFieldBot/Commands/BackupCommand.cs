using System.CommandLine;
using PbfFieldBot.Data;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Commands;

/// <summary>`backup FILE`: a copy of the database, while the bot runs or not.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("FICHIER") { Description = AppPhrases.Text("cli.backup.file") };
        var file = CommonOptions.Database();
        var command = new Command("backup", AppPhrases.Text("cli.backup.about")) { target, file };
        command.SetAction(async (line, stop) =>
        {
            await Backup.WriteAsync(Settings.Load(line.GetValue(file)).Database.SqliteFile, line.GetValue(target)!, stop);
            Console.WriteLine(AppPhrases.Text("cli.backup.done", ("file", line.GetValue(target))));
        });
        return command;
    }
}
