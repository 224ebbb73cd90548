namespace PbfFieldBot.Engine.Dialogs;

/// <summary>Reads a list of choices: `- { name: peul, label: Peul, words: [fulfulde] }`.</summary>
public static class ChoiceListReader
{
    /// <summary>Reads one list; what is wrong is added to the findings.</summary>
    public static ChoiceList Read(string name, YamlItem item, string file, Findings findings)
    {
        if (item is not YamlList { Items.Count: > 0 } list)
        {
            findings.Add(ProblemCodes.EmptyChoiceList, file, item, ("list", name));
            return new ChoiceList(name, []);
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var choices = new List<Choice>();
        foreach (var entry in list.Items)
        {
            if (entry is not YamlMap map)
            {
                findings.Add(ProblemCodes.MapExpected, file, entry, ("key", name));
                continue;
            }

            var keys = new YamlKeys(map, file, findings, "name", "label", "words").OnlyKnown();
            var choice = new Choice(keys.RequiredText("name"), keys.RequiredText("label"), [.. keys.Texts("words").Select(w => w.Value)]);
            if (!names.Add(choice.Name))
                findings.Add(ProblemCodes.DoubledChoice, file, map, ("name", choice.Name));
            if (choice.Label.Length > Limits.ChoiceLabelCharacters)
                findings.Add(ProblemCodes.ChoiceLabelTooLong, file, map["label"]!, ("length", choice.Label.Length), ("limit", Limits.ChoiceLabelCharacters));
            choices.Add(choice);
        }

        return new ChoiceList(name, choices);
    }
}
