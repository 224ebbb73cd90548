using System.Text.RegularExpressions;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Engine.Digests;

/// <summary>Reads dialogs/bulletin.yaml; what is wrong is added to the findings.</summary>
public static partial class DigestPlanReader
{
    /// <summary>The file's name in the dialogs folder.</summary>
    public const string File = "bulletin.yaml";

    private static readonly Dictionary<string, DigestSection> Names = new()
    {
        ["activities"] = DigestSection.Activities,
        ["participants"] = DigestSection.Participants,
        ["waiting"] = DigestSection.Waiting,
        ["silent"] = DigestSection.Silent,
        ["oddities"] = DigestSection.Oddities,
        ["indicators"] = DigestSection.Indicators,
    };

    /// <summary>Reads the file's text against the dialogs and indicators that it names.</summary>
    public static DigestPlan Read(string text, IReadOnlyList<Dialog> dialogs, ResultsFramework framework, Findings findings)
    {
        try
        {
            if (Yaml.Read(text) is YamlMap map)
                return Read(map, dialogs, framework, findings);
            findings.Add(ProblemCodes.MapExpected, File, 1, 1, ("key", File));
        }
        catch (YamlProblemException problem)
        {
            findings.Add(File, problem);
        }

        return new DigestPlan();
    }

    private static DigestPlan Read(YamlMap map, IReadOnlyList<Dialog> dialogs, ResultsFramework framework, Findings findings)
    {
        var keys = new YamlKeys(map, File, findings, "sections", "longest_list", "silent_after", "late_after", "leave_out", "kinds", "indicators").OnlyKnown();
        var known = dialogs.Select(d => d.Id).ToList();
        bool IsUnknown(YamlText id) => !known.Contains(id.Value) && !findings.IsBroken(DialogReader.FileOf(id.Value));
        var leaveOut = keys.Texts("leave_out");
        var kinds = keys.InnerMap("kinds");
        foreach (var id in leaveOut.Concat(kinds?.Entries.Select(e => e.Key) ?? []).Where(IsUnknown))
            findings.Add(ProblemCodes.NotAllowed, File, id, ("key", "dialog"), ("value", id.Value), ("allowed", string.Join(", ", known)));
        return new DigestPlan
        {
            Sections = [.. Sections(keys)],
            LongestList = keys.PositiveNumber("longest_list"),
            SilentAfter = keys.PositiveNumber("silent_after"),
            LateAfter = keys.PositiveNumber("late_after"),
            LeaveOut = [.. leaveOut.Select(t => t.Value)],
            Kinds = kinds is null ? new DigestPlan().Kinds : Counted(kinds, findings),
            Indicators = ShortNames(keys, framework),
        };
    }

    private static IEnumerable<DigestSection> Sections(YamlKeys keys)
    {
        foreach (var name in keys.Texts("sections"))
            if (Names.TryGetValue(name.Value, out var section))
                yield return section;
            else
                keys.Findings.Add(ProblemCodes.NotAllowed, File, name, ("key", "sections"), ("value", name.Value), ("allowed", string.Join(", ", Names.Keys)));
    }

    private static PhraseFile Counted(YamlMap kinds, Findings findings)
    {
        var whole = true;
        foreach (var (id, forms) in kinds.Entries)
        {
            var before = findings.Problems.Count;
            if (forms is YamlMap map)
            {
                var keys = new YamlKeys(map, File, findings, "zero", "one", "many").OnlyKnown();
                keys.Text("zero");
                keys.RequiredText("one");
                keys.RequiredText("many");
                CheckPlaceholders(map, findings);
            }
            else
            {
                findings.Add(ProblemCodes.MapExpected, File, id, ("key", id.Value));
            }

            whole &= findings.Problems.Count == before;
        }

        return whole ? PhraseFile.Of(kinds) : new DigestPlan().Kinds;
    }

    private static void CheckPlaceholders(YamlMap forms, Findings findings)
    {
        foreach (var text in forms.Entries.Select(e => e.Value).OfType<YamlText>())
            if (Placeholder().Matches(text.Value).Select(m => m.Value).FirstOrDefault(m => m != "{n}") is { } unknown)
                findings.Add(ProblemCodes.UnknownPlaceholder, File, text, ("placeholder", unknown));
    }

    [GeneratedRegex(@"\{[^}]*\}?")]
    private static partial Regex Placeholder();

    private static Dictionary<string, string> ShortNames(YamlKeys keys, ResultsFramework framework)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, name) in keys.InnerMap("indicators")?.Entries ?? [])
            if (framework.Find(code.Value) is null && !keys.Findings.IsBroken(ResultsFrameworkReader.File))
                keys.Findings.Add(ProblemCodes.NotAllowed, File, code, ("key", "indicators"), ("value", code.Value), ("allowed", string.Join(", ", framework.Indicators.Select(i => i.Code))));
            else if (name is YamlText text)
                names[code.Value] = text.Value;
            else
                keys.Findings.Add(ProblemCodes.TextExpected, File, name, ("key", code.Value));
        return names;
    }
}
