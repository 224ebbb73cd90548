using System.Globalization;
using System.Text;

namespace PbfFieldBot.Engine;

/// <summary>
/// Changes single values of an authored YAML file in place: every other sign of the file, its comments and its order stay. Values of one line only; a new key is put behind a known one, in the style of its map.
/// </summary>
public sealed class YamlEdits(string text)
{
    private readonly List<(int From, int To, string Text)> edits = [];
    private readonly string lineEnd = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>True when nothing was changed.</summary>
    public bool IsEmpty => edits.Count == 0;

    /// <summary>Gives a key a value, already written as YAML; a key that is not there is put behind another one.</summary>
    public void Set(YamlMap map, string key, string value, string behind)
    {
        if (map[key] is YamlText known)
            edits.Add((At(known.Line, known.Column), At(known.End.Line, known.End.Column), value + (known.IsBlock ? lineEnd : "")));
        else if (map[behind] is { } before)
            Insert(map, before, key + ": " + value);
    }

    /// <summary>Takes a key away; nothing happens when it is not there.</summary>
    public void Remove(YamlMap map, string key)
    {
        var entry = map.Entries.FirstOrDefault(e => e.Key.Value == key);
        if (entry.Key is null)
            return;
        var (from, to) = (At(entry.Key.Line, entry.Key.Column), At(entry.Value.End.Line, entry.Value.End.Column));
        if (!map.IsFlow)
            edits.Add((text.LastIndexOf('\n', Math.Max(0, from - 1)) + 1, AfterLine(to), ""));
        else if (text.LastIndexOf(',', from) is var comma && comma > At(map.Line, map.Column))
            edits.Add((comma, to, ""));
        else
            edits.Add((from, text.IndexOf(',', to) is var next and >= 0 && next < At(map.End.Line, map.End.Column) ? next + 1 : to, ""));
    }

    /// <summary>The file with all changes.</summary>
    public string Apply()
    {
        var changed = new StringBuilder(text);
        foreach (var (from, to, put) in edits.OrderByDescending(e => e.From).ThenByDescending(e => e.To))
            changed.Remove(from, to - from).Insert(from, put);
        return changed.ToString();
    }

    /// <summary>A text between double quotes.</summary>
    public static string Quoted(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in value)
            quoted.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                < ' ' => " ",
                _ => letter.ToString(),
            });
        return quoted.Append('"').ToString();
    }

    /// <summary>A number with a decimal point.</summary>
    public static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Insert(YamlMap map, YamlItem before, string entry)
    {
        var end = At(before.End.Line, before.End.Column);
        if (map.IsFlow)
            edits.Add((end, end, ", " + entry));
        else if (before is YamlText { IsBlock: true })
            edits.Add((end, end, new string(' ', map.Entries[0].Key.Column - 1) + entry + lineEnd));
        else if (AfterLine(end) is var next && next > 0 && text[next - 1] == '\n')
            edits.Add((next, next, new string(' ', map.Entries[0].Key.Column - 1) + entry + lineEnd));
        else
            edits.Add((next, next, lineEnd + new string(' ', map.Entries[0].Key.Column - 1) + entry));
    }

    private int AfterLine(int from) => text.IndexOf('\n', from) is var end and >= 0 ? end + 1 : text.Length;

    // Lines and columns count from 1.
    private int At(int line, int column)
    {
        var start = 0;
        for (var n = 1; n < line; n++)
            start = text.IndexOf('\n', start) + 1;
        return start + column - 1;
    }
}
