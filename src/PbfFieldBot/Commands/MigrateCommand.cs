using System.CommandLine;
using PbfFieldBot.Data;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Commands;

/// <summary>`migrate`: makes the database or brings it up to date, and nothing else.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var file = CommonOptions.Database();
        var command = new Command("migrate", AppPhrases.Text("cli.migrate.about")) { file };
        command.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            using var database = await FieldDatabase.OpenAsync(settings.Database, stop);
            Console.WriteLine(AppPhrases.Text("cli.migrate.done", ("file", settings.Database.Shown)));
        });
        return command;
    }
}
