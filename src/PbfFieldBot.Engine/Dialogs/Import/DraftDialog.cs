using System.Globalization;
using System.Text;

namespace PbfFieldBot.Engine.Dialogs.Import;

/// <summary>A dialog on its way into a dialogue.yaml, which is written so that each line is known: what the checks then say about a line leads back to its question.</summary>
internal sealed class DraftDialog(string id, string title, int version, string comment)
{
    public string Id { get; } = id;

    public List<DraftQuestion> Questions { get; } = [];

    public SortedDictionary<string, IReadOnlyList<Choice>> Lists { get; } = new(StringComparer.Ordinal);

    /// <summary>The text of the file, and which question and key stands on each line.</summary>
    public (string Yaml, IReadOnlyDictionary<int, (DraftQuestion Question, string Key)> Lines) Write()
    {
        var yaml = new StringBuilder();
        var lines = new Dictionary<int, (DraftQuestion, string)>();
        var line = 0;
        void Add(string text)
        {
            yaml.Append(text).Append('\n');
            line++;
        }

        Add("# " + comment);
        Add("version: " + version.ToString(CultureInfo.InvariantCulture));
        Add("title: " + Quoted(title));
        Add("questions:");
        foreach (var question in Questions)
            foreach (var (key, value) in question.Keys)
            {
                Add((key == question.Keys[0].Key ? "  - " : "    ") + key + ": " + (key is "type" or "name" or "required" ? value : Quoted(value)));
                lines[line] = (question, key);
            }

        var used = Lists.Where(l => Questions.Exists(q => q["type"].EndsWith(" " + l.Key, StringComparison.Ordinal))).ToList();
        if (used.Count > 0)
            Add("choices:");
        foreach (var (name, choices) in used)
        {
            Add("  " + name + ":");
            foreach (var choice in choices)
                Add("    - { name: " + Quoted(choice.Name) + ", label: " + Quoted(choice.Label) + (choice.Words.Count == 0 ? "" : ", words: [" + string.Join(", ", choice.Words.Select(Quoted)) + "]") + " }");
        }

        return (yaml.ToString(), lines);
    }

    private static string Quoted(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", " ", StringComparison.Ordinal) + "\"";
}
