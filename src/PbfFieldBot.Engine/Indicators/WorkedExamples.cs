using System.Globalization;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Indicators;

/// <summary>
/// Plays dialogs/indicateurs.essais.yaml: reports as partners could have sent them and the value that an indicator must then have.
/// <code>
/// - indicator: "1.2.2"
///   title: Une reunion
///   reports:
///     - { kind: reunion_comite, date: 2020-03-02, place: ML0506, participants: { total: 12, women: 4 } }
///   gives: { value: 1, display: "1" }
/// </code>
/// </summary>
public sealed class WorkedExamples
{
    /// <summary>The file's name in the dialogs folder.</summary>
    public const string File = "indicateurs.essais.yaml";

    private static readonly string[] Values = ["value", "women", "men", "youth", "pending", "sources", "display", "reason"];
    private readonly ResultsFramework framework;
    private readonly IReadOnlyList<Dialog> dialogs;
    private readonly Findings findings;
    private readonly WorkedReportReader reports;

    // Figures of a broken folder mean nothing: the file is read for its own mistakes only.
    private readonly bool compare;

    private WorkedExamples(ResultsFramework framework, IReadOnlyList<Dialog> dialogs, Findings findings)
    {
        // Examples show how reports add up from the project's start, whatever was imported as reached before.
        var dayBefore = framework.Project.Start == DateOnly.MinValue ? DateOnly.MinValue : framework.Project.Start.AddDays(-1);
        this.framework = framework with { Indicators = [.. framework.Indicators.Select(i => i with { Opening = new OpeningValue(0, dayBefore, "") })] };
        (this.dialogs, this.findings) = (dialogs, findings);
        reports = new WorkedReportReader(File, dialogs, findings);
        compare = !findings.Any;
    }

    /// <summary>Plays the file's text; an example that comes out otherwise is a problem. Returns the codes of the indicators that have one.</summary>
    public static IReadOnlyList<string> Play(string text, ResultsFramework framework, IReadOnlyList<Dialog> dialogs, Findings findings)
    {
        try
        {
            if (Yaml.Read(text) is YamlList list)
                return new WorkedExamples(framework, dialogs, findings).Play(list);
            findings.Add(ProblemCodes.ListExpected, File, 1, 1, ("key", File));
        }
        catch (YamlProblemException problem)
        {
            findings.Add(File, problem);
        }

        return [];
    }

    private List<string> Play(YamlList list)
    {
        List<string> codes = [];
        foreach (var wrong in list.Items.Where(i => i is not YamlMap))
            findings.Add(ProblemCodes.MapExpected, File, wrong, ("key", File));
        foreach (var map in list.Items.OfType<YamlMap>())
        {
            var keys = new YamlKeys(map, File, findings, "indicator", "title", "as_of", "reports", "declared", "gives").OnlyKnown();
            keys.RequiredText("title");
            if (framework.Find(keys.RequiredText("indicator")) is { } indicator)
            {
                codes.Add(indicator.Code);
                Play(keys, indicator);
            }
            else if (keys.TextItem("indicator") is { } unknown && !findings.IsBroken(ResultsFrameworkReader.File))
            {
                findings.Add(ProblemCodes.UnknownIndicator, File, unknown, ("code", unknown.Value));
            }
        }

        return codes;
    }

    private void Play(YamlKeys keys, Indicator indicator)
    {
        var gives = keys.InnerMap("gives");
        if (keys.IsMissing("gives"))
            findings.Add(ProblemCodes.MissingKey, File, keys.Map, ("key", "gives"));
        if (compare && gives is not null)
            Compare(keys, gives, ValueOf(keys, indicator));
        else
            _ = keys.Maps("reports").Select(reports.Read).Count(r => r is not null);
    }

    private IndicatorValue ValueOf(YamlKeys keys, Indicator indicator)
    {
        var asOf = keys.Map["as_of"] is null ? DateOnly.MaxValue : keys.Date("as_of") ?? DateOnly.MaxValue;
        var contributions = keys.Maps("reports").SelectMany((m, i) => Contributions(m, i + 1)).Concat(Declared(keys)).ToList();
        var reason = contributions.Where(c => !c.Pending && c.Contribution is { Part: Parts.Reason } r && r.Indicator == indicator.Code && r.Day <= asOf)
            .OrderBy(c => c.Contribution.Day).ThenBy(c => c.Order).LastOrDefault()?.Contribution.Note;
        return IndicatorMath.ValueOf(indicator, PlacedContribution.Grouped(contributions, indicator, asOf), reason);
    }

    private IEnumerable<PlacedContribution> Contributions(YamlMap map, int order)
    {
        if (reports.Read(map) is not var (submission, status) || status is SubmissionStatus.Rejected or SubmissionStatus.Returned)
            return [];
        var dialog = dialogs.First(d => d.Id == submission.Kind);
        return RollUp.Of(submission, dialog, framework).Select(c => new PlacedContribution(c, status is SubmissionStatus.Received, order));
    }

    private IEnumerable<PlacedContribution> Declared(YamlKeys keys) => keys.Maps("declared")
        .Select(m => new YamlKeys(m, File, findings, "register", "name").OnlyKnown())
        .Select(k => (Register: k.RequiredText("register"), Name: k.RequiredText("name")))
        .SelectMany(d => RollUp.OfDeclared(d.Register, RegisterKey.Of(d.Register, d.Name), Places.Place.NationalArea, framework))
        .Select(c => new PlacedContribution(c, false, 0));

    private void Compare(YamlKeys example, YamlMap gives, IndicatorValue value)
    {
        var expected = new YamlKeys(gives, File, findings, Values).OnlyKnown();
        foreach (var (key, _) in gives.Entries.Where(e => Values.Contains(e.Key.Value)))
        {
            var (wanted, found) = (expected.Text(key.Value) ?? "", Found(value, key.Value));
            if (wanted != found)
                findings.Add(ProblemCodes.ExampleDiffers, File, key, ("title", example.Text("title")), ("key", key.Value), ("wanted", wanted), ("found", found));
        }
    }

    private static string Found(IndicatorValue value, string key) => key switch
    {
        "value" => value.Value.ToString("0.##", CultureInfo.InvariantCulture),
        "women" => Text(value.Women),
        "men" => Text(value.Men),
        "youth" => Text(value.Youth),
        "pending" => value.Pending.ToString("0.##", CultureInfo.InvariantCulture),
        "sources" => Text(value.Sources),
        "display" => value.Display.Replace('\u00a0', ' '),
        _ => value.Reason,
    };

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
