using System.CommandLine;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`dialogs check [DIR]`: every mistake of the dialogs folder, one per line as file:line:column : what to do.</summary>
internal static class DialogsCommand
{
    public static Command Create()
    {
        var command = new Command("dialogs", AppPhrases.Text("cli.dialogs.about"));
        command.Add(Check());
        command.Add(DialogsGraphCommand.Create());
        command.Add(DialogsPreviewCommand.Create());
        command.Add(DialogsImportCommand.Create());
        return command;
    }

    private static Command Check()
    {
        var folder = Folder();
        var check = new Command("check", AppPhrases.Text("cli.dialogs.check")) { folder };
        check.SetAction(async (line, stop) =>
        {
            var findings = new Findings();
            var (catalog, parcours) = await CheckAsync(line.GetValue(folder) ?? Settings.Load(null).Dialogs, findings, stop);
            foreach (var problem in findings.Problems)
                Console.WriteLine(problem);
            Console.WriteLine(findings.Any
                ? AppPhrases.File.Count("cli.dialogs.problems", findings.Problems.Count)
                : AppPhrases.Text("cli.dialogs.right", ("dialogs", catalog.Dialogs.Count), ("questions", catalog.Dialogs.Sum(d => d.Questions.Count(q => q.IsAsked))), ("places", catalog.Places.All.Count), ("parcours", parcours)));
            return findings.Any ? 1 : 0;
        });
        return check;
    }

    /// <summary>The folder, when it is not that of the settings.</summary>
    public static Argument<string?> Folder() => new("DIR") { Description = AppPhrases.Text("cli.dialogs.folder"), Arity = ArgumentArity.ZeroOrOne };

    /// <summary>The id of a dialog.</summary>
    public static Argument<string> Id() => new("ID") { Description = AppPhrases.Text("cli.dialogs.id") };

    /// <summary>The dialog of an id in a folder that is right; refuses an unknown one with the nearest.</summary>
    public static (DialogCatalog Catalog, Dialog Dialog) Find(string id, string? folder)
    {
        var catalog = DialogFolder.Open(folder ?? Settings.Load(null).Dialogs);
        var known = catalog.Dialogs.Select(d => d.Id).ToList();
        if (catalog.Find(id) is { } dialog)
            return (catalog, dialog);
        throw new RefusedException(YamlKeys.Near(id, known) is { } near
            ? AppPhrases.Text("cli.dialogs.unknown_near", ("id", id), ("near", near))
            : AppPhrases.Text("cli.dialogs.unknown", ("id", id), ("known", string.Join(", ", known))));
    }

    /// <summary>All checks of a folder: its files, the worked examples and, when these are right, the written conversations.</summary>
    public static async Task<(DialogCatalog Catalog, int Parcours)> CheckAsync(string folder, Findings findings, CancellationToken stop)
    {
        var files = DialogFolder.Read(folder, findings);
        var catalog = DialogCatalogReader.Read(files, findings);
        return (catalog, await PlayedParcours.PlayAsync(files, catalog, findings, stop));
    }
}
