using System.Text.RegularExpressions;

namespace PbfFieldBot.Engine.Dialogs.Import;

/// <summary>What a chat can do with a type of XLSForm.</summary>
internal enum FormKind
{
    Question,
    Select,
    BeginGroup,
    EndGroup,
    BeginRepeat,
    EndRepeat,

    /// <summary>What a phone notes by itself; the bot knows who writes and when.</summary>
    Metadata,
    Impossible,
}

/// <summary>A cell of the column `type`, read: our type, the list of a select, whether "other" may be said. <paramref name="Remark"/>: a sentence of import.fr.yaml about what changes, or null.</summary>
internal sealed record FormType(FormKind Kind, string Type, string List = "", bool OrOther = false, string? Remark = null)
{
    private static readonly Dictionary<string, FormType> Plain = new(StringComparer.Ordinal)
    {
        ["text"] = new(FormKind.Question, "text"),
        ["string"] = new(FormKind.Question, "text"),
        ["integer"] = new(FormKind.Question, "integer"),
        ["int"] = new(FormKind.Question, "integer"),
        ["phone number"] = new(FormKind.Question, "text"),
        ["decimal"] = new(FormKind.Question, "decimal"),
        ["range"] = new(FormKind.Question, "decimal"),
        ["date"] = new(FormKind.Question, "date", Remark: "past_days"),
        ["datetime"] = new(FormKind.Question, "date", Remark: "no_time"),
        ["date time"] = new(FormKind.Question, "date", Remark: "no_time"),
        ["time"] = new(FormKind.Question, "text", Remark: "time_as_text"),
        ["geopoint"] = new(FormKind.Question, "geopoint"),
        ["gps"] = new(FormKind.Question, "geopoint"),
        ["location"] = new(FormKind.Question, "geopoint"),
        ["image"] = new(FormKind.Question, "image"),
        ["photo"] = new(FormKind.Question, "image"),
        ["note"] = new(FormKind.Question, "note"),
        ["calculate"] = new(FormKind.Question, "calculate"),
        ["hidden"] = new(FormKind.Question, "calculate"),
        ["acknowledge"] = new(FormKind.Question, "acknowledge"),
        ["trigger"] = new(FormKind.Question, "acknowledge"),
        ["begin group"] = new(FormKind.BeginGroup, ""),
        ["end group"] = new(FormKind.EndGroup, ""),
        ["begin repeat"] = new(FormKind.BeginRepeat, ""),
        ["end repeat"] = new(FormKind.EndRepeat, ""),
        ["begin loop"] = new(FormKind.BeginRepeat, ""),
        ["end loop"] = new(FormKind.EndRepeat, ""),
    };

    private static readonly HashSet<string> Phones =
        ["start", "end", "today", "deviceid", "imei", "phonenumber", "username", "email", "simserial", "subscriberid", "audit", "start-geopoint", "background-audio", "background-geopoint", "caseid"];

    /// <summary>Reads one cell.</summary>
    public static FormType Of(string cell)
    {
        var type = Regex.Replace(cell.Trim().ToLowerInvariant(), @"[ _]+", " ", RegexOptions.NonBacktracking);
        if (type.StartsWith("add ", StringComparison.Ordinal) && type.EndsWith(" prompt", StringComparison.Ordinal))
            type = type[4..^" prompt".Length];
        if (type.StartsWith("q ", StringComparison.Ordinal))
            type = type[2..];
        if (Plain.TryGetValue(type, out var plain))
            return plain;
        if (Phones.Contains(type) || Phones.Contains(type.Replace(' ', '-')))
            return new FormType(FormKind.Metadata, type);
        return Select(cell.Trim()) ?? new FormType(FormKind.Impossible, cell.Trim());
    }

    // The list keeps its own spelling: "select_one Villages or_other".
    private static FormType? Select(string cell)
    {
        var select = Regex.Match(cell, @"^select[ _](?:(?<one>one)|(?:multiple|all[ _]that[ _]apply))(?:[ _]from)?[ ]+(?<list>[^ ]+)(?<other>[ ]+(?:or[ _]other|or[ _]specify[ _]other))?$", RegexOptions.IgnoreCase);
        if (!select.Success || select.Groups["list"].Value.Contains('.', StringComparison.Ordinal))
            return null;
        return new FormType(FormKind.Select, select.Groups["one"].Success ? "select_one" : "select_multiple", select.Groups["list"].Value, select.Groups["other"].Success);
    }
}
