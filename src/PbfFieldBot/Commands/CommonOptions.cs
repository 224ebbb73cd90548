using System.CommandLine;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Commands;

/// <summary>Options that many verbs share, so that they read the same everywhere. An option belongs to one verb: each call makes a new one.</summary>
internal static class CommonOptions
{
    public const string Verbose = "--verbose";

    /// <summary>--db FILE.</summary>
    public static Option<string?> Database() => new("--db") { Description = AppPhrases.Text("cli.option.db"), HelpName = "FICHIER" };

    /// <summary>--files DIR: where what the bot sends as picture or document is saved.</summary>
    public static Option<string?> SaveFiles() => new("--files") { Description = AppPhrases.Text("cli.option.files"), HelpName = "DOSSIER" };

    /// <summary>--format text|json; the first name is the standard.</summary>
    public static Option<string> Format(params string[] names)
    {
        var option = new Option<string>("--format") { Description = AppPhrases.Text("cli.option.format"), DefaultValueFactory = _ => names[0] };
        option.AcceptOnlyFromAmong(names);
        return option;
    }

    /// <summary>Refuses a line without the option. (The library's own `Required` speaks English only.)</summary>
    public static void Require(Command command, Option option) => command.Validators.Add(line =>
    {
        if (line.GetResult(option) is null)
            line.AddError(AppPhrases.Text("cli.option.required", ("option", option.Name)));
    });
}
