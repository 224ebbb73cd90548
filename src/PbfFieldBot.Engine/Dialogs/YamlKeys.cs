using F23.StringSimilarity;

namespace PbfFieldBot.Engine.Dialogs;

/// <summary>Reads the keys of one map: wrong types, unknown and missing keys become problems with their line, unknown ones with the nearest known.</summary>
public sealed class YamlKeys(YamlMap map, string file, Findings findings, params string[] known)
{
    private const double NearMiss = 3;
    private readonly HashSet<string> misspelt = new(StringComparer.Ordinal);

    public YamlMap Map { get; } = map;

    public string File { get; } = file;

    public Findings Findings { get; } = findings;

    /// <summary>Refuses every key that is not known.</summary>
    public YamlKeys OnlyKnown()
    {
        foreach (var (key, _) in Map.Entries.Where(e => !known.Contains(e.Key.Value)))
        {
            if ((Near(key.Value, known.Where(k => Map[k] is null)) ?? Near(key.Value, known)) is { } near)
            {
                misspelt.Add(near);
                Findings.Add(ProblemCodes.UnknownKeyNear, File, key, ("key", key.Value), ("near", near));
            }
            else
            {
                Findings.Add(ProblemCodes.UnknownKey, File, key, ("key", key.Value), ("known", string.Join(", ", known)));
            }
        }

        return this;
    }

    /// <summary>True when a key is neither there nor, as a refused key shows, only misspelt.</summary>
    public bool IsMissing(string key) => Map[key] is null && !misspelt.Contains(key);

    /// <summary>The nearest known word within a few slips; null when none is near.</summary>
    public static string? Near(string word, IEnumerable<string> among)
    {
        var distance = new Damerau();
        var near = among.Select(k => (Word: k, Distance: distance.Distance(k, word))).DefaultIfEmpty(("", double.MaxValue)).MinBy(k => k.Item2);
        return near.Item2 <= Math.Min(NearMiss, Math.Max(1, word.Length / 3)) ? near.Item1 : null;
    }

    /// <summary>The text under a key; null when absent or empty.</summary>
    public string? Text(string key) => TextItem(key)?.Value;

    /// <summary>The text item under a key; null when absent or empty. A map or list there is a problem (a label with an unquoted colon reads as a map).</summary>
    public YamlText? TextItem(string key)
    {
        switch (Map[key])
        {
            case YamlText text:
                if (text.EndsWithStrayQuote)
                    Findings.Add(ProblemCodes.StrayQuote, File, text);
                return text.IsNull ? null : text;
            case YamlMap wrong:
                Findings.Add(ProblemCodes.UnquotedColon, File, wrong, ("key", key));
                return null;
            case YamlList wrong:
                Findings.Add(ProblemCodes.TextExpected, File, wrong, ("key", key));
                return null;
            default:
                return null;
        }
    }

    /// <summary>The text under a key that must be there.</summary>
    public string RequiredText(string key)
    {
        var text = Text(key);
        if (string.IsNullOrWhiteSpace(text) && (Map[key] is YamlText || IsMissing(key)))
            Findings.Add(ProblemCodes.MissingKey, File, Map[key] ?? Map, ("key", key));
        return text ?? "";
    }

    /// <summary>true or false under a key; false when absent.</summary>
    public bool Flag(string key)
    {
        var text = TextItem(key);
        if (text is not null && text.Value is not ("true" or "false" or "yes" or "no"))
            Findings.Add(ProblemCodes.TrueOrFalse, File, text, ("key", key), ("value", text.Value));
        return text?.Value is "true" or "yes";
    }

    /// <summary>The texts of the list under a key; empty when absent.</summary>
    public IReadOnlyList<YamlText> Texts(string key)
    {
        if (Map[key] is not { } item || item is YamlText { IsNull: true })
            return [];
        if (item is not YamlList list)
        {
            Findings.Add(ProblemCodes.ListExpected, File, item, ("key", key));
            return [];
        }

        foreach (var wrong in list.Items.Where(i => i is not YamlText))
            Findings.Add(ProblemCodes.TextExpected, File, wrong, ("key", key));
        return [.. list.Items.OfType<YamlText>()];
    }

    /// <summary>The maps of the list under a key; empty when absent.</summary>
    public IReadOnlyList<YamlMap> Maps(string key)
    {
        if (Map[key] is not { } item || item is YamlText { IsNull: true })
            return [];
        if (item is not YamlList list)
        {
            Findings.Add(ProblemCodes.ListExpected, File, item, ("key", key));
            return [];
        }

        foreach (var wrong in list.Items.Where(i => i is not YamlMap))
            Findings.Add(ProblemCodes.MapExpected, File, wrong, ("key", key));
        return [.. list.Items.OfType<YamlMap>()];
    }

    /// <summary>A whole number of at least 1 under a key that must be there.</summary>
    public int PositiveNumber(string key)
    {
        var text = RequiredText(key);
        if (int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0)
            return number;
        if (text.Length > 0)
            Findings.Add(ProblemCodes.NumberExpected, File, Map[key]!, ("key", key), ("value", text));
        return 1;
    }

    /// <summary>One of the allowed words under a key; the first when absent.</summary>
    public string OneOf(string key, params string[] allowed)
    {
        if (TextItem(key) is not { } text)
            return allowed[0];
        if (allowed.Contains(text.Value))
            return text.Value;
        Findings.Add(ProblemCodes.NotAllowed, File, text, ("key", key), ("value", text.Value), ("allowed", string.Join(", ", allowed)));
        return allowed[0];
    }
}
