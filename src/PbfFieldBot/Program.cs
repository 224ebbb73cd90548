using System.CommandLine;
using PbfFieldBot;
using PbfFieldBot.Commands;
using PbfFieldBot.Texts;

var root = new RootCommand(AppPhrases.Text("cli.about"))
{
    ServeCommand.Create(),
    InviteCommand.Create(),
    PeopleCommand.Create(),
    RevokeCommand.Create(),
    MigrateCommand.Create(),
    BackupCommand.Create(),
    VerifyBackupCommand.Create(),
    RestoreCommand.Create(),
    DoctorCommand.Create(),
    SetAsideCommand.Create(),
    DialogsCommand.Create(),
    UnderstandCommand.Create(),
    ChatCommand.Create(),
    ReplayCommand.Create(),
    ReportCommand.Create(),
    DemoCommand.Create(),
    IndicatorsCommand.Create(),
    DigestCommand.Create(),
    ExportCommand.Create(),
};
root.Options.Add(new Option<bool>(CommonOptions.Verbose) { Description = AppPhrases.Text("cli.option.verbose"), Recursive = true });
return await CommandLineRun.RunAsync(root, [.. args.Where(a => !Settings.IsSetting(a))]);
