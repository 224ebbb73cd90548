using System.CommandLine;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Dialogs.Import;
using PbfFieldBot.Forms;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`dialogs import FORM [DIR]`: a new dialog out of an XLSForm. An existing one is replaced only with --force.</summary>
internal static class DialogsImportCommand
{
    public static Command Create()
    {
        var form = new Argument<string>("FORM") { Description = AppPhrases.Text("cli.dialogs.form") };
        var folder = DialogsCommand.Folder();
        var force = new Option<bool>("--force") { Description = AppPhrases.Text("cli.dialogs.force") };
        var import = new Command("import", AppPhrases.Text("cli.dialogs.import")) { form, folder, force };
        import.SetAction(line =>
        {
            Import(line.GetValue(form)!, line.GetValue(folder) ?? Settings.Load(null).Dialogs, line.GetValue(force));
            return 0;
        });
        return import;
    }

    private static void Import(string form, string folder, bool force)
    {
        var made = FormImport.Of(FormWorkbook.Read(form), Path.GetFileName(form));
        var refused = made.Notes.Where(n => n.Refused).ToList();
        Refuse((refused.TrueForAll(n => n.Row == 0) && refused.Count > 0 ? made.Notes : refused).Select(n => n.ToString()));
        var path = Path.Combine(folder, DialogReader.FileOf(made.Id));
        if (Directory.Exists(Path.GetDirectoryName(path)) && !force)
            throw new RefusedException(AppPhrases.Text("cli.dialogs.exists", ("id", made.Id), ("folder", folder)));
        Check(made, folder);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, made.Yaml);
        Console.WriteLine(AppPhrases.File.Count("cli.dialogs.imported", made.Questions, ("file", path)));
        if (made.Notes.Count > 0)
            Console.WriteLine(AppPhrases.Text("cli.dialogs.left_out") + "\n" + string.Join('\n', made.Notes.Select(n => "  " + n)));
        Console.WriteLine(AppPhrases.Text("cli.dialogs.next", ("id", made.Id)));
    }

    // Beside the other dialogs it may still clash with one of them.
    private static void Check(ImportedForm made, string folder)
    {
        var files = new Dictionary<string, string>(DialogFolder.Read(folder, new Findings()), StringComparer.Ordinal) { [DialogReader.FileOf(made.Id)] = made.Yaml };
        var findings = new Findings();
        DialogCatalogReader.Read(files, findings);
        Refuse(findings.Problems.Where(p => p.File == DialogReader.FileOf(made.Id) || (p.Code == ProblemCodes.DoubledTitle && p.Message.Contains(made.Id, StringComparison.Ordinal))).Select(p => p.ToString()));
    }

    private static void Refuse(IEnumerable<string> reasons)
    {
        if (string.Join('\n', reasons) is { Length: > 0 } notes)
            throw new RefusedException(AppPhrases.Text("cli.dialogs.form_refused", ("notes", notes)));
    }
}
