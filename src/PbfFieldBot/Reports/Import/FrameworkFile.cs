using PbfFieldBot.Engine;

namespace PbfFieldBot.Reports.Import;

/// <summary>Writes changes into the text of indicateurs.yaml, in place.</summary>
internal static class FrameworkFile
{
    // Behind which key a new one goes.
    private static readonly Dictionary<string, string[]> Neighbours = new(StringComparer.Ordinal)
    {
        ["milestone"] = ["target"],
        ["milestone_number"] = ["milestone", "target"],
        ["reason"] = ["milestone_number", "milestone", "target"],
        ["opening"] = ["reason", "milestone_number", "milestone", "target"],
        ["women"] = ["value"],
        ["men"] = ["women", "value"],
        ["youth"] = ["men", "women", "value"],
    };

    /// <summary>The file's text with the changes; comments, order and style stay.</summary>
    public static string Apply(string text, IReadOnlyList<FieldChange> changes)
    {
        // One change at a time: a key that is put in may be the neighbour of the next.
        foreach (var change in changes)
            text = Apply(text, change);
        return text;
    }

    private static string Apply(string text, FieldChange change)
    {
        if (Yaml.Read(text) is not YamlMap root || Find(root, change.Name) is not { } map)
            return text;
        var edits = new YamlEdits(text);
        var value = change.New is null ? null : change.IsBare ? change.New : YamlEdits.Quoted(change.New);
        if (!change.Field.StartsWith("opening.", StringComparison.Ordinal))
            Put(edits, map, change.Field, value);
        else if (map["opening"] is YamlMap opening)
            Put(edits, opening, change.Field["opening.".Length..], value);
        else
            return value is null ? text : Apply(WithOpening(edits, map), change);
        return edits.Apply();
    }

    private static string WithOpening(YamlEdits edits, YamlMap map)
    {
        edits.Set(map, "opening", "{ value: 0, date: 0001-01-01, source: \"\" }", Behind(map, "opening"));
        return edits.Apply();
    }

    private static void Put(YamlEdits edits, YamlMap map, string key, string? value)
    {
        if (value is null)
            edits.Remove(map, key);
        else
            edits.Set(map, key, value, Behind(map, key));
    }

    private static string Behind(YamlMap map, string key) => Neighbours.GetValueOrDefault(key, []).FirstOrDefault(k => map[k] is not null) ?? map.Entries[^1].Key.Value;

    private static YamlMap? Find(YamlMap root, string name) => new[] { ("indicators", "code"), ("results", "name") }
        .SelectMany(list => (root[list.Item1] as YamlList)?.Items.OfType<YamlMap>().Where(m => m[list.Item2] is YamlText text && text.Value == name) ?? [])
        .FirstOrDefault();
}
