using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Dialogs;

/// <summary>Reads a list of choices: `- { name: peul, label: Peul, words: [fulfulde] }`.</summary>
public static class ChoiceListReader
{
    private const string Folder = "choix/";
    private static readonly char[] NotInNames = [',', ';', '"', '\''];

    /// <summary>The file of a shared list, relative to the dialogs folder.</summary>
    public static string FileOf(string list) => Folder + list + ".yaml";

    /// <summary>The names of the shared lists among the files of the folder.</summary>
    public static IEnumerable<string> SharedLists(IEnumerable<string> files) =>
        files.Where(f => f.StartsWith(Folder, StringComparison.Ordinal) && f.EndsWith(".yaml", StringComparison.Ordinal)).Select(f => f[Folder.Length..^".yaml".Length]);

    /// <summary>Reads a shared list from its file; null when there is no such file. A file that cannot be read gives an empty list, and the findings say why.</summary>
    public static ChoiceList? ReadShared(string name, IReadOnlyDictionary<string, string> files, Findings findings)
    {
        var file = FileOf(name);
        if (!files.TryGetValue(file, out var text))
            return findings.IsBroken(file) ? new ChoiceList(name, []) : null;
        try
        {
            return Read(name, Yaml.Read(text), file, findings);
        }
        catch (YamlProblemException problem)
        {
            findings.Add(file, problem);
            return new ChoiceList(name, []);
        }
    }

    /// <summary>Reads one list; what is wrong is added to the findings.</summary>
    public static ChoiceList Read(string name, YamlItem item, string file, Findings findings)
    {
        if (item is not YamlList { Items.Count: > 0 } list)
        {
            findings.Add(ProblemCodes.EmptyChoiceList, file, item, ("list", name));
            return new ChoiceList(name, []);
        }

        var choices = new List<Choice>();
        var wordings = new Dictionary<string, Choice>(StringComparer.Ordinal);
        foreach (var entry in list.Items)
        {
            if (entry is YamlMap map)
                choices.Add(ReadChoice(map, file, findings, choices, wordings));
            else
                findings.Add(ProblemCodes.MapExpected, file, entry, ("key", name));
        }

        return new ChoiceList(name, choices);
    }

    private static Choice ReadChoice(YamlMap map, string file, Findings findings, List<Choice> before, Dictionary<string, Choice> wordings)
    {
        var keys = new YamlKeys(map, file, findings, "name", "label", "words").OnlyKnown();
        var words = keys.Texts("words");
        var choice = new Choice(keys.RequiredText("name"), keys.RequiredText("label"), [.. words.Select(w => w.Value)]) { At = (file, map.Line, map.Column) };
        if (before.Exists(c => c.Name == choice.Name))
            findings.Add(ProblemCodes.DoubledChoice, file, map, ("name", choice.Name));
        if (choice.Name.IndexOfAny(NotInNames) >= 0)
            findings.Add(ProblemCodes.BadChoiceName, file, map["name"]!, ("name", choice.Name));
        if (choice.Label.Length > Limits.ChoiceLabelCharacters)
            findings.Add(ProblemCodes.ChoiceLabelTooLong, file, map["label"]!, ("length", choice.Label.Length), ("limit", Limits.ChoiceLabelCharacters));
        foreach (var wording in words.Prepend(keys.TextItem("label")).OfType<YamlText>())
            if (!wordings.TryAdd(Folding.Fold(wording.Value), choice) && wordings[Folding.Fold(wording.Value)] is var other && other.Name != choice.Name)
                findings.Add(ProblemCodes.DoubledWording, file, wording, ("wording", wording.Value), ("other", other.Name));
        return choice;
    }
}
