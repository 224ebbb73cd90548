using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`dialogs graph ID [DIR]`: the dialog as a Mermaid flowchart with its outline as comments; `--format text` gives the outline alone.</summary>
internal static class DialogsGraphCommand
{
    public static Command Create()
    {
        var (id, folder, format) = (DialogsCommand.Id(), DialogsCommand.Folder(), CommonOptions.Format("mermaid", "text"));
        var graph = new Command("graph", AppPhrases.Text("cli.dialogs.graph")) { id, folder, format };
        graph.SetAction(line =>
        {
            var (_, dialog) = DialogsCommand.Find(line.GetValue(id)!, line.GetValue(folder));
            if (line.GetValue(format) == "mermaid")
                Console.Write(DialogDiagram.Mermaid(dialog));
            else
                Console.WriteLine(string.Join('\n', DialogDiagram.Outline(dialog)));
            return 0;
        });
        return graph;
    }
}
