using PbfFieldBot.Engine.Dialogs;

namespace PbfFieldBot.Engine.Indicators;

/// <summary>Reads dialogs/indicateurs.yaml: project, results, indicators and how each is counted. What is wrong is added to the findings; nothing stops at the first mistake.</summary>
public sealed class ResultsFrameworkReader
{
    /// <summary>The file's name in the dialogs folder.</summary>
    public const string File = "indicateurs.yaml";

    private static readonly string[] Levels = ["resultat", "produit"];
    private static readonly string[] Units = ["nombre", "pourcent", "oui_non"];
    private readonly Findings findings;
    private readonly CountingRuleReader rules;

    private ResultsFrameworkReader(IReadOnlyList<Dialog> dialogs, Findings findings)
    {
        this.findings = findings;
        rules = new CountingRuleReader(File, dialogs, findings);
    }

    /// <summary>Reads the file's text against the dialogs that its rules speak of.</summary>
    public static ResultsFramework Read(string text, IReadOnlyList<Dialog> dialogs, Findings findings)
    {
        try
        {
            if (Yaml.Read(text) is YamlMap map)
                return new ResultsFrameworkReader(dialogs, findings).Read(map);
            findings.Add(ProblemCodes.MapExpected, File, 1, 1, ("key", File));
        }
        catch (YamlProblemException problem)
        {
            findings.Add(File, problem);
        }

        return new ResultsFramework([]);
    }

    private ResultsFramework Read(YamlMap map)
    {
        var keys = new YamlKeys(map, File, findings, "project", "results", "indicators", "reasons").OnlyKnown();
        foreach (var missing in new[] { "project", "results", "indicators" }.Where(k => map[k] is null))
            findings.Add(ProblemCodes.MissingKey, File, map, ("key", missing));
        var project = keys.InnerMap("project") is { } about ? ReadProject(about) : new Project();
        var results = ReadResults(keys);
        return new ResultsFramework(ReadIndicators(keys, results, project))
        {
            Project = project,
            Results = results,
            Reasons = keys.InnerMap("reasons") is { } reasons ? rules.ReadReasons(reasons) : null,
        };
    }

    private Project ReadProject(YamlMap map)
    {
        var keys = new YamlKeys(map, File, findings, "title", "number", "start", "end", "iati_identifier", "reporting_organisation").OnlyKnown();
        if (keys.Date("start") is { } start && keys.Date("end") is { } end && end <= start)
            findings.Add(ProblemCodes.EndBeforeStart, File, map["end"]!);
        var organisation = keys.InnerMap("reporting_organisation") is { } who ? new YamlKeys(who, File, findings, "name", "ref", "type").OnlyKnown() : null;
        return new Project
        {
            Title = keys.RequiredText("title"),
            Number = keys.RequiredText("number"),
            Start = keys.Date("start") ?? DateOnly.MinValue,
            End = keys.Date("end") ?? DateOnly.MaxValue,
            IatiIdentifier = keys.Text("iati_identifier") ?? "",
            ReportingOrganisation = new(organisation?.Text("name") ?? "", organisation?.Text("ref") ?? "", organisation?.Text("type") ?? ""),
        };
    }

    private List<Result> ReadResults(YamlKeys keys)
    {
        List<Result> results = [];
        foreach (var map in keys.Maps("results"))
        {
            var own = new YamlKeys(map, File, findings, "name", "level", "code", "label", "of").OnlyKnown();
            var result = new Result(own.RequiredText("name"), Level(own), own.RequiredText("code"), own.RequiredText("label"), own.Text("of"));
            if (results.Any(r => r.Name == result.Name))
                findings.Add(ProblemCodes.DoubledCode, File, map["name"]!, ("code", result.Name));
            if (result.Level is ResultLevel.Output && own.TextItem("of") is null)
                findings.Add(ProblemCodes.MissingKey, File, map, ("key", "of"));
            CheckParent(own, "of", results.Where(r => r.Level is ResultLevel.Result));
            results.Add(result);
        }

        return results;
    }

    private List<Indicator> ReadIndicators(YamlKeys keys, List<Result> results, Project project)
    {
        List<Indicator> indicators = [];
        foreach (var map in keys.Maps("indicators"))
        {
            var indicator = ReadIndicator(map, results, project);
            if (indicators.Any(i => i.Code == indicator.Code))
                findings.Add(ProblemCodes.DoubledCode, File, map["code"] ?? map, ("code", indicator.Code));
            indicators.Add(indicator);
        }

        return indicators;
    }

    private Indicator ReadIndicator(YamlMap map, List<Result> results, Project project)
    {
        var keys = new YamlKeys(
            map, File, findings, "code", "label", "level", "parent", "unit", "baseline", "target", "milestone", "milestone_number", "reason", "opening", "disaggregated_by", "counts", "choice").OnlyKnown();
        keys.RequiredText("parent");
        CheckParent(keys, "parent", results.Where(r => r.Level == Level(keys)));
        var parts = keys.Texts("disaggregated_by");
        foreach (var wrong in parts.Where(p => p.Value is not ("sex" or "age")))
            findings.Add(ProblemCodes.NotAllowed, File, wrong, ("key", "disaggregated_by"), ("value", wrong.Value), ("allowed", "sex, age"));
        return new Indicator(keys.RequiredText("code"), keys.RequiredText("label"))
        {
            Level = Level(keys),
            Parent = keys.Text("parent") ?? "",
            Unit = (IndicatorUnit)Array.IndexOf(Units, keys.OneOf("unit", Units)),
            Baseline = keys.RequiredDecimal("baseline"),
            Target = keys.RequiredDecimal("target"),
            Milestone = ReadMilestone(keys),
            Reason = keys.Text("reason") ?? "",
            Opening = ReadOpening(keys, project),
            BySexAndAge = parts.Count > 0,
            Counts = rules.Read(keys),
            Choice = keys.Text("choice") ?? "",
        };
    }

    // A milestone that is nothing but a number is that number; of words, the author says which number they hold.
    private static Milestone ReadMilestone(YamlKeys keys)
    {
        var text = keys.Text("milestone") ?? "";
        return new Milestone(text, YamlNumbers.Parse(text) ?? keys.Decimal("milestone_number"));
    }

    private OpeningValue ReadOpening(YamlKeys keys, Project project)
    {
        var dayBefore = project.Start == DateOnly.MinValue ? project.Start : project.Start.AddDays(-1);
        if (keys.InnerMap("opening") is not { } map)
            return new OpeningValue(0, dayBefore, "");
        var own = new YamlKeys(map, File, findings, "value", "women", "men", "youth", "date", "source").OnlyKnown();
        return new OpeningValue(own.RequiredDecimal("value"), own.Date("date") ?? dayBefore, own.RequiredText("source"))
        {
            Women = (int?)own.Decimal("women"),
            Men = (int?)own.Decimal("men"),
            Youth = (int?)own.Decimal("youth"),
        };
    }

    private static ResultLevel Level(YamlKeys keys) => keys.OneOf("level", Levels) == "produit" ? ResultLevel.Output : ResultLevel.Result;

    private void CheckParent(YamlKeys keys, string key, IEnumerable<Result> results)
    {
        if (keys.TextItem(key) is { } parent && results.All(r => r.Name != parent.Value))
            findings.Add(ProblemCodes.UnknownParent, File, parent, ("name", parent.Value));
    }
}
