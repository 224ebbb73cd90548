using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>What a person may say at any time to steer the talk, as words, /command or button.</summary>
public enum Command
{
    Yes,
    No,
    Change,
    Back,
    Cancel,
    Later,
    Pass,
    Help,
    Resume,
    Menu,
    Done,
}

/// <summary>Recognises commands in what people type; the words stand in commandes.fr.yaml.</summary>
public static class Commands
{
    private static readonly Dictionary<string, Command> ByWords = Load();

    /// <summary>The command that the whole text says ("retour", "/aide", "plus tard"); null when it says none.</summary>
    public static Command? Of(string text)
    {
        if (text.Length > LongestCommand)
            return null;
        return ByWords.TryGetValue(KeyOf(text.TrimStart('/')), out var command) ? command : null;
    }

    /// <summary>The command of a button's code; null when the code is none.</summary>
    public static Command? OfCode(string code) => Enum.TryParse<Command>(code, out var command) && Enum.IsDefined(command) ? command : null;

    private const int LongestCommand = 40;

    // "?" has no letters to fold.
    private static string KeyOf(string text) => Folding.Fold(text) is { Length: > 0 } folded ? folded : text.Trim();

    private static Dictionary<string, Command> Load()
    {
        using var stream = typeof(Commands).Assembly.GetManifestResourceStream("commandes.fr.yaml") ?? throw new InvalidOperationException("no commandes.fr.yaml");
        using var reader = new StreamReader(stream);
        var words = new Dictionary<string, Command>(StringComparer.Ordinal);
        foreach (var (key, list) in ((YamlMap)Yaml.Read(reader.ReadToEnd())).Entries)
            foreach (var item in ((YamlList)list).Items)
                words.Add(KeyOf(((YamlText)item).Value), Enum.Parse<Command>(key.Value));
        return words;
    }
}
