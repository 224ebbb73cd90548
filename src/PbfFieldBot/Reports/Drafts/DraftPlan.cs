using PbfFieldBot.Engine;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Texts;
using PbfFieldBot.Reports.Check;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Drafts;

/// <summary>The authors' sentences of dialogs/rapport.yaml, with the headings and limits of the report's sections.</summary>
internal sealed record DraftPlan(PhraseFile Phrases, IReadOnlyList<KnownSection> Sections)
{
    public const string File = "rapport.yaml";

    private static readonly string[] Needed =
    [
        "sections.progress", "sections.women_youth", "period", "nothing", "not_begun", "total", "corrected", "where.one", "where.many", "with_women.one", "with_women.many", "and", "women.one",
        "women.many", "women_unknown.one", "women_unknown.many", "youth.one", "youth.many", "nobody", "other.one", "other.many",
    ];

    /// <summary>Reads the texts of the dialogs folder; refuses when a sentence is missing.</summary>
    public static DraftPlan Read(IReadOnlyDictionary<string, string> files)
    {
        if (!files.TryGetValue(File, out var text) || Parsed(text) is not YamlMap map)
            throw new RefusedException(AppPhrases.Text("draft.no_plan", ("file", File)));
        var phrases = PhraseFile.Of(map);
        return Needed.FirstOrDefault(n => !phrases.Has(n)) is { } missing
            ? throw new RefusedException(AppPhrases.Text("draft.missing_sentence", ("file", File), ("key", missing)))
            : new DraftPlan(phrases, CheckRules.Read(files).Sections);
    }

    /// <summary>The question of a result's section ("progress", "women_youth") and its limit.</summary>
    public (string Heading, int? Limit) SectionOf(string result, string which)
    {
        var begins = Phrases.Text("sections." + which);
        var section = Sections.FirstOrDefault(s => s.Part.EndsWith(result, StringComparison.Ordinal) && s.Heading.StartsWith(begins, StringComparison.Ordinal));
        return (section?.Heading ?? begins, section?.Limit);
    }

    private static YamlItem? Parsed(string text)
    {
        try
        {
            return Yaml.Read(text);
        }
        catch (YamlProblemException problem)
        {
            var findings = new Findings();
            findings.Add(File, problem);
            throw new RefusedException(AppPhrases.Text("settings.broken_dialogs", ("problems", string.Join('\n', findings.Problems))));
        }
    }
}
