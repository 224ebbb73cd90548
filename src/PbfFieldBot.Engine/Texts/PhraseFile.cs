using System.Globalization;
using System.Reflection;
using System.Text;

namespace PbfFieldBot.Engine.Texts;

/// <summary>
/// French sentences by key, from an embedded *.fr.yaml: nested maps are joined by dots ("recap.title").
/// A sentence holds places for values, "{name}". A countable sentence is a map of `one` and `many` (and `zero` if it differs): French says "0 reunion", "1 reunion", "2 reunions".
/// </summary>
public sealed class PhraseFile
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private readonly Dictionary<string, string> sentences = new(StringComparer.Ordinal);

    private PhraseFile(YamlItem root) => Collect("", root);

    /// <summary>All keys, for the tests that forbid a hole.</summary>
    public IReadOnlyCollection<string> Keys => sentences.Keys;

    /// <summary>Reads the file embedded in an assembly under its plain name, e.g. "bot.fr.yaml".</summary>
    public static PhraseFile Load(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException("no embedded file " + name);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>Reads sentences from YAML text.</summary>
    public static PhraseFile Parse(string yaml) => new(Yaml.Read(yaml));

    /// <summary>The sentences of a map that is already read.</summary>
    public static PhraseFile Of(YamlMap map) => new(map);

    /// <summary>True when the file has this sentence.</summary>
    public bool Has(string key) => sentences.ContainsKey(key);

    /// <summary>The sentence under a key with its values filled in. A missing key is our bug and throws.</summary>
    public string Text(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!sentences.TryGetValue(key, out var sentence))
            throw new ArgumentException("no sentence under " + key, nameof(key));
        foreach (var (name, value) in values)
            sentence = sentence.Replace("{" + name + "}", Convert.ToString(value, French), StringComparison.Ordinal);
        return sentence;
    }

    /// <summary>The countable sentence under a key for a number: singular below 2, as French counts; "{n}" is the number.</summary>
    public string Count(string key, decimal number, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var form = number == 0 && Has(key + ".zero") ? ".zero" : Math.Abs(number) < 2 ? ".one" : ".many";
        return Text(key + form, [("n", number.ToString("#,0.##", French)), .. values]);
    }

    private void Collect(string prefix, YamlItem item)
    {
        switch (item)
        {
            case YamlMap map:
                foreach (var (key, value) in map.Entries)
                    Collect(prefix.Length == 0 ? key.Value : prefix + "." + key.Value, value);
                break;
            case YamlText text:
                sentences.Add(prefix, text.Value.TrimEnd('\n'));
                break;
            default:
                throw new InvalidOperationException("a list where a sentence is expected: " + prefix);
        }
    }
}
