using System.CommandLine;
using PbfFieldBot.Data;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Commands;

/// <summary>`serve`: the bot, until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var file = CommonOptions.Database();
        var command = new Command("serve", AppPhrases.Text("cli.serve.about")) { file };
        command.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            using var database = await FieldDatabase.OpenAsync(settings.Database, stop);
            if (settings.Telegram is null)
                throw new RefusedException(AppPhrases.Text("cli.serve.no_telegram"));
        });
        return command;
    }
}
