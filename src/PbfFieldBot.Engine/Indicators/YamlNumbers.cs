using System.Globalization;
using PbfFieldBot.Engine.Dialogs;

namespace PbfFieldBot.Engine.Indicators;

/// <summary>Numbers, dates and inner maps of indicateurs.yaml: a decimal point, ISO dates.</summary>
internal static class YamlNumbers
{
    public static decimal? Parse(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The number under a key; null when absent. Anything else there is a problem.</summary>
    public static decimal? Decimal(this YamlKeys keys, string key)
    {
        if (keys.TextItem(key) is not { } item)
            return null;
        if (Parse(item.Value) is { } number)
            return number;
        keys.Findings.Add(ProblemCodes.DecimalExpected, keys.File, item, ("key", key), ("value", item.Value));
        return null;
    }

    /// <summary>The number under a key that must be there; 0 when it is not.</summary>
    public static decimal RequiredDecimal(this YamlKeys keys, string key)
    {
        keys.RequiredText(key);
        return keys.Decimal(key) ?? 0;
    }

    /// <summary>The day under a key that must be there; null when it is none.</summary>
    public static DateOnly? Date(this YamlKeys keys, string key)
    {
        keys.RequiredText(key);
        if (keys.TextItem(key) is not { } item)
            return null;
        if (DateOnly.TryParseExact(item.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        keys.Findings.Add(ProblemCodes.DateExpected, keys.File, item, ("key", key), ("value", item.Value));
        return null;
    }

    /// <summary>The map under a key; null when absent. Anything else there is a problem.</summary>
    public static YamlMap? InnerMap(this YamlKeys keys, string key)
    {
        if (keys.Map[key] is not { } item || item is YamlMap)
            return keys.Map[key] as YamlMap;
        keys.Findings.Add(ProblemCodes.MapExpected, keys.File, item, ("key", key));
        return null;
    }
}
