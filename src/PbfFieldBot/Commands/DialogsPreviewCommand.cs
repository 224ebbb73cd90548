using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`dialogs preview ID [DIR]`: a dialog screen by screen, as a partner sees it, without a database.</summary>
internal static class DialogsPreviewCommand
{
    private const string Indent = "   ";

    public static Command Create()
    {
        var (id, folder) = (DialogsCommand.Id(), DialogsCommand.Folder());
        var preview = new Command("preview", AppPhrases.Text("cli.dialogs.preview")) { id, folder };
        preview.SetAction(line =>
        {
            var (catalog, dialog) = DialogsCommand.Find(line.GetValue(id)!, line.GetValue(folder));
            Console.WriteLine(Text(catalog, dialog));
            return 0;
        });
        return preview;
    }

    /// <summary>All screens as text.</summary>
    public static string Text(DialogCatalog catalog, Dialog dialog)
    {
        var asked = dialog.Questions.Where(q => q.IsAsked).ToList();
        List<string> lines = [AppPhrases.File.Count("cli.dialogs.preview_head", asked.Count, ("title", dialog.Title), ("id", dialog.Id), ("version", dialog.Version))];
        foreach (var screen in DialogPreview.Of(catalog, dialog))
        {
            lines.AddRange(Head(screen, asked));
            lines.AddRange(screen.Text.Split('\n').Select(l => (Indent + l).TrimEnd()));
            lines.AddRange(screen.Rows.Select(r => Indent + string.Join(' ', r.Select(b => "[ " + b + " ]"))));
        }

        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Head(PreviewScreen screen, List<Question> asked)
    {
        yield return "";
        if (screen.Question is not { } question)
        {
            yield return AppPhrases.Text("cli.dialogs.preview_recap");
        }
        else if (screen.Part is not null)
        {
            yield return AppPhrases.Text("cli.dialogs.preview_part");
        }
        else
        {
            List<string> details = [QuestionTypes.KeywordOf(question)];
            if (question.Source.Required)
                details.Add(AppPhrases.Text("cli.dialogs.preview_required"));
            yield return AppPhrases.Text("cli.dialogs.preview_question", ("number", asked.IndexOf(question) + 1), ("name", question.Name), ("details", string.Join(", ", details)));
            if (question.Source.Relevant is { } relevant)
                yield return AppPhrases.Text("cli.dialogs.preview_condition", ("condition", relevant.Source));
        }
    }
}
