using System.Globalization;
using System.Text;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Engine.Dialogs;

/// <summary>A dialog drawn: its questions in order, the condition of each on the way to it. As a Mermaid flowchart (GitHub shows it) and as an outline to read.</summary>
public sealed class DialogDiagram
{
    private static readonly PhraseFile Say = PhraseFile.Load(typeof(DialogDiagram).Assembly, "apercu.fr.yaml");
    private readonly StringBuilder lines = new();

    // The nodes that lead to the next one, with what stands on their edge.
    private List<(string Node, string Label)> ends = [("debut", "")];

    private DialogDiagram()
    {
    }

    /// <summary>The lines that people read: one a question, its condition under it.</summary>
    public static IReadOnlyList<string> Outline(Dialog dialog)
    {
        List<string> outline = [Say.Text("outline.head", ("title", dialog.Title), ("id", dialog.Id), ("version", dialog.Version))];
        var number = 0;
        foreach (var question in dialog.Questions)
        {
            outline.Add(question.IsAsked ? Asked(question, ++number) : NotAsked(question));
            if (question.Source.Relevant is { } relevant)
                outline.Add("   " + Say.Text("condition", ("condition", relevant.Source)));
        }

        return outline;
    }

    /// <summary>The flowchart, with the outline as comments above it.</summary>
    public static string Mermaid(Dialog dialog)
    {
        var diagram = new DialogDiagram();
        diagram.lines.Append("flowchart TD\n");
        foreach (var line in Outline(dialog))
            diagram.lines.Append("%% ").Append(line.Replace('\n', ' ')).Append('\n');
        diagram.Add("debut", "([" + Quoted(Say.Text("start")) + "])");
        for (var i = 0; i < dialog.Questions.Count; i++)
            diagram.Add(dialog.Questions[i], i + 1);
        diagram.AddNode("fin", "([" + Quoted(Say.Text("end")) + "])");
        return diagram.lines.ToString();
    }

    private static string Asked(Question question, int number)
    {
        List<string> details = [QuestionTypes.KeywordOf(question)];
        if (question.Source.Required)
            details.Add(Say.Text("required"));
        return Say.Text("outline.question", ("number", number), ("title", question.Title), ("details", string.Join(", ", details)), ("label", question.Source.Label));
    }

    private static string NotAsked(Question question) => question is NoteQuestion
        ? Say.Text("outline.note", ("label", question.Source.Label))
        : Say.Text("outline.calculate", ("name", question.Name), ("calculation", question.Source.Calculation?.Source));

    // A conditional question is entered from a fork whose other way goes on to what follows.
    private void Add(Question question, int number)
    {
        var id = "q" + number.ToString(CultureInfo.InvariantCulture);
        var node = question switch
        {
            NoteQuestion => ">" + Quoted(question.Source.Label) + "]",
            CalculateQuestion => "[/" + Quoted(question.Name + " = " + question.Source.Calculation?.Source) + "/]",
            _ => "[" + Quoted(question.Title + "\n" + question.Source.Label) + "]",
        };
        if (question.Source.Relevant is not { } relevant)
        {
            AddNode(id, node);
            return;
        }

        AddNode("si" + number.ToString(CultureInfo.InvariantCulture), "{\" \"}");
        var fork = ends[0].Node;
        ends = [(fork, relevant.Source)];
        AddNode(id, node);
        ends.Add((fork, Say.Text("otherwise")));
    }

    private void AddNode(string id, string shape)
    {
        Add(id, shape);
        foreach (var (from, label) in ends)
            lines.Append("  ").Append(from).Append(label.Length == 0 ? " --> " : " -->|" + Quoted(label) + "| ").Append(id).Append('\n');
        ends = [(id, "")];
    }

    private void Add(string id, string shape) => lines.Append("  ").Append(id).Append(shape).Append('\n');

    // Mermaid's own escapes: quotes and marks would end the label.
    private static string Quoted(string text) => "\"" + text
        .Replace("#", "#35;", StringComparison.Ordinal).Replace("\"", "#quot;", StringComparison.Ordinal)
        .Replace("<", "#lt;", StringComparison.Ordinal).Replace(">", "#gt;", StringComparison.Ordinal).Replace("\n", "<br/>", StringComparison.Ordinal) + "\"";
}
