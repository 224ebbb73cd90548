namespace PbfFieldBot.Engine.French;

/// <summary>Some words and expressions; the first word of each, so that most words of a text are passed over at one look.</summary>
internal sealed class WordSet : HashSet<string>
{
    public WordSet(IEnumerable<string> words)
        : base(words, StringComparer.Ordinal)
    {
        FirstWords = this.Select(w => w.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
    }

    public HashSet<string> FirstWords { get; }
}

/// <summary>A word list of a *.fr.yaml file: names of groups, each a list of words (folded) or a map from word to number.</summary>
internal sealed class WordList
{
    private readonly Dictionary<string, WordSet> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, int>> numbers = new(StringComparer.Ordinal);

    private WordList(YamlMap root)
    {
        foreach (var (name, item) in root.Entries)
        {
            if (item is YamlList list)
                groups[name.Value] = new WordSet(list.Items.OfType<YamlText>().Select(t => Folding.Fold(t.Value)).Where(w => w.Length > 0));
            else if (item is YamlMap map)
                numbers[name.Value] = Numbers(map);
        }
    }

    /// <summary>Reads an embedded word list.</summary>
    public static WordList Load(string name)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException("no word list " + name);
        using var reader = new StreamReader(stream);
        return new WordList((YamlMap)Yaml.Read(reader.ReadToEnd()));
    }

    /// <summary>The words of a group.</summary>
    public WordSet Group(string name) => groups[name];

    /// <summary>The words of a group with their numbers.</summary>
    public Dictionary<string, int> Map(string name) => numbers[name];

    private static Dictionary<string, int> Numbers(YamlMap map)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (number, list) in map.Entries)
            foreach (var word in list is YamlList many ? many.Items.OfType<YamlText>() : [(YamlText)list])
                words[Folding.Fold(word.Value)] = int.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture);
        return words;
    }
}
