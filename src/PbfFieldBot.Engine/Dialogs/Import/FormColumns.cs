using System.Text.RegularExpressions;
using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Dialogs.Import;

/// <summary>
/// The columns of a sheet by XLSForm's names, whatever their order, case, alias ("relevance", "bind:relevant", "list name") or language ("label::Francais (fr)").
/// Of several languages, French comes first, then settings.default_language, then a column without language, then the first.
/// </summary>
internal sealed partial class FormColumns
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["command"] = "type",
        ["tag"] = "name",
        ["value"] = "name",
        ["caption"] = "label",
        ["relevance"] = "relevant",
        ["readonly"] = "read_only",
        ["calculate"] = "calculation",
        ["requiredmsg"] = "required_message",
        ["jr:requiredmsg"] = "required_message",
        ["constraintmsg"] = "constraint_message",
        ["jr:constraintmsg"] = "constraint_message",
        ["count"] = "repeat_count",
        ["jr:count"] = "repeat_count",
        ["jr:preload"] = "preload",
    };

    private readonly Dictionary<string, List<int>> columns = new(StringComparer.Ordinal);

    private FormColumns()
    {
    }

    /// <summary>Reads the header row.</summary>
    public static FormColumns Of(FormRow header, string defaultLanguage)
    {
        var read = new FormColumns();
        var found = new List<(string Name, string Language, int Column)>();
        for (var column = 0; column < header.Cells.Count; column++)
            if (header.Cell(column).Length > 0)
                found.Add(Named(header.Cell(column), column));
        foreach (var group in found.GroupBy(f => f.Name))
            read.columns[group.Key] = [.. group.OrderBy(f => Rank(f.Language, defaultLanguage)).ThenBy(f => f.Column).Select(f => f.Column)];
        return read;
    }

    public bool Has(string name) => columns.ContainsKey(name);

    /// <summary>The first cell under a name that holds something, in the best language; empty when none does.</summary>
    public string Read(FormRow row, string name) =>
        columns.TryGetValue(name, out var found) ? found.Select(row.Cell).FirstOrDefault(c => c.Length > 0) ?? "" : "";

    private static (string Name, string Language, int Column) Named(string header, int column)
    {
        var bare = Prefix().Replace(header.Trim(), "");
        var parts = bare.Contains("::", StringComparison.Ordinal) ? bare.Split("::", 2) : bare.StartsWith("jr:", StringComparison.OrdinalIgnoreCase) ? [bare] : bare.Split(':', 2);
        var name = Spaces().Replace(parts[0].Trim().ToLowerInvariant(), "_");
        return (Aliases.GetValueOrDefault(name, name), parts.Length > 1 ? parts[1].Trim() : "", column);
    }

    private static int Rank(string language, string defaultLanguage)
    {
        var folded = Folding.Fold(language);
        if (folded.StartsWith("fran", StringComparison.Ordinal) || folded.StartsWith("french", StringComparison.Ordinal) || folded is "fr" || folded.EndsWith(" fr", StringComparison.Ordinal))
            return 0;
        if (defaultLanguage.Length > 0 && folded == Folding.Fold(defaultLanguage))
            return 1;
        return language.Length == 0 ? 2 : 3;
    }

    [GeneratedRegex(@"^(?:bind|body|control)::?", RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"[ -]+")]
    private static partial Regex Spaces();
}
