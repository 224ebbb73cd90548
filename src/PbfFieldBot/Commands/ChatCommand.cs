using System.CommandLine;
using PbfFieldBot.Channels.Terminal;
using PbfFieldBot.Data;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`chat`: talk to the bot in the terminal, through the same intake as Telegram. Without --db it is a trial, and nothing is kept.</summary>
internal static class ChatCommand
{
    public static Command Create()
    {
        var role = new Option<string>("--as") { Description = AppPhrases.Text("cli.chat.as"), DefaultValueFactory = _ => "partner" };
        role.AcceptOnlyFromAmong("partner", "coordinator");
        var kind = new Option<string>("--kind") { Description = AppPhrases.Text("cli.chat.kind"), HelpName = "GENRE", DefaultValueFactory = _ => "comite" };
        kind.AcceptOnlyFromAmong([.. People.Organisations.Kinds]);
        var area = new Option<string>("--area") { Description = AppPhrases.Text("cli.chat.area"), HelpName = "ZONE", DefaultValueFactory = _ => "Mopti" };
        var save = CommonOptions.SaveFiles();
        var file = CommonOptions.Database();
        var command = new Command("chat", AppPhrases.Text("cli.chat.about")) { role, kind, area, save, file };
        command.SetAction((line, stop) => RunAsync(line.GetValue(role)!, new Visitor(line.GetValue(kind)!, line.GetValue(area)!), line.GetValue(file), line.GetValue(save), stop));
        return command;
    }

    private static async Task<int> RunAsync(string role, Visitor visitor, string? file, string? save, CancellationToken stop)
    {
        var settings = Settings.Load(file);
        var catalog = DialogFolder.Open(settings.Dialogs);
        using var trial = file is null ? new TrialFolder() : null;
        using var database = await FieldDatabase.OpenAsync(trial?.Database ?? settings.Database, stop);
        using var terminal = new TerminalTalk(database, catalog, settings.Zone, visitor) { Save = save };
        Console.WriteLine(AppPhrases.Text(trial is null ? "chat.kept" : "chat.trial", ("file", file ?? "")));
        Console.WriteLine(AppPhrases.Text("chat.how"));
        await terminal.RunAsync(role, withBoth: trial is not null, stop);
        return 0;
    }
}
