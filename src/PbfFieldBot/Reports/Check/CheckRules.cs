using PbfFieldBot.Engine;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Check;

/// <summary>How the narrative speaks of an indicator: words beside a number. Words are beginnings, folded ("form" stands for "formation", "formes").</summary>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="Counts">What is counted, right after the number.</param>
/// <param name="With">One of these stands in the same sentence; none needed when empty.</param>
/// <param name="Without">None of these does.</param>
internal sealed record NarrativeRule(string Indicator, IReadOnlyList<string> Counts, IReadOnlyList<string> With, IReadOnlyList<string> Without)
{
    /// <summary>True for an indicator in percent: the number is one with a percent sign, anywhere in the sentence.</summary>
    public bool Percent { get; init; }
}

/// <summary>The authors' data behind the checks: dialogs/rapport/sections.yaml and dialogs/rapport/controle.yaml.</summary>
internal sealed record CheckRules(IReadOnlyList<KnownSection> Sections, IReadOnlyList<NarrativeRule> Narrative)
{
    public const string SectionsFile = "rapport/sections.yaml";
    public const string NarrativeFile = "rapport/controle.yaml";

    /// <summary>Reads both out of the texts of the dialogs folder; refuses with all problems. A folder without them checks the table only.</summary>
    public static CheckRules Read(IReadOnlyDictionary<string, string> files)
    {
        var findings = new Findings();
        var rules = new CheckRules(
            [.. Maps(files, SectionsFile, findings).Select(m => new YamlKeys(m, SectionsFile, findings, "part", "heading", "limit", "plan").OnlyKnown()).Select(k => new KnownSection(k.Text("part") ?? "", k.RequiredText("heading"), Limit(k), k.Text("plan") == "true"))],
            [.. Maps(files, NarrativeFile, findings).Select(m => new YamlKeys(m, NarrativeFile, findings, "indicator", "counts", "percent", "with", "without").OnlyKnown()).Select(Rule)]);
        return findings.Any ? throw new RefusedException(AppPhrases.Text("settings.broken_dialogs", ("problems", string.Join('\n', findings.Problems)))) : rules;
    }

    private static NarrativeRule Rule(YamlKeys keys) => new(keys.RequiredText("indicator"), Words(keys, keys.Map["percent"] is null ? "counts" : "percent"), Words(keys, "with"), Words(keys, "without")) { Percent = keys.Map["percent"] is not null };

    private static IReadOnlyList<string> Words(YamlKeys keys, string key) => [.. keys.Texts(key).Select(t => t.Value)];

    private static int? Limit(YamlKeys keys) => int.TryParse(keys.Text("limit"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var limit) ? limit : null;

    private static IEnumerable<YamlMap> Maps(IReadOnlyDictionary<string, string> files, string name, Findings findings)
    {
        if (!files.TryGetValue(name, out var text))
            return [];
        try
        {
            if (Yaml.Read(text) is YamlList list)
                return list.Items.OfType<YamlMap>();
            findings.Add(ProblemCodes.ListExpected, name, 1, 1, ("key", name));
        }
        catch (YamlProblemException problem)
        {
            findings.Add(name, problem);
        }

        return [];
    }
}
