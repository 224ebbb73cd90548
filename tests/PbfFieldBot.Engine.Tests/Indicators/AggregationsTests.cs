using System.Globalization;
using PbfFieldBot.Engine.Dialogs.Expressions;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Indicators.Aggregations;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Engine.Tests.Indicators;

/// <summary>Each law over its worked examples, testdata/KEYWORD.yaml; a law without its file fails.</summary>
public sealed class AggregationsTests
{
    public static TheoryData<string> Keywords => [.. AggregationTypes.All.Select(a => a.Keyword)];

    [Theory]
    [MemberData(nameof(Keywords))]
    public void EachLawMakesOfItsExamplesWhatTheySay(string keyword)
    {
        var cases = Assert.IsType<YamlList>(Yaml.Read(Repository.Text($"tests/PbfFieldBot.Engine.Tests/Indicators/testdata/{keyword}.yaml")));
        foreach (var example in cases.Items.Cast<YamlMap>())
        {
            var value = IndicatorMath.ValueOf(IndicatorOf(keyword, example), Groups(keyword, example));
            foreach (var (key, item) in ((YamlMap)example["gives"]!).Entries)
                Assert.Equal($"{Text(example, "title")} / {key.Value} = {((YamlText)item).Value}", $"{Text(example, "title")} / {key.Value} = {Found(value, key.Value)}");
        }
    }

    private static IReadOnlyList<CellGroup> Groups(string keyword, YamlMap example) =>
        PlacedContribution.Grouped(((YamlList)example["contributions"]!).Items.Cast<YamlMap>().Select(Contribution), IndicatorOf(keyword, example), DateOnly.MaxValue);

    private static Indicator IndicatorOf(string keyword, YamlMap example)
    {
        var opening = example["opening"] as YamlMap;
        return new Indicator("x", "x")
        {
            BySexAndAge = true,
            Opening = opening is null ? new(0, DateOnly.MinValue, "") : new(Number(opening, "value") ?? 0, Day(opening, "date"), "") { Women = (int?)Number(opening, "women") },
            Counts = new CountingRule(AggregationTypes.Find(keyword)!, "x") { Since = example["since"] is null ? null : new SinceRule("x", XFormExpression.Parse("'x'")) },
        };
    }

    private static PlacedContribution Contribution(YamlMap map, int index) => new(
        new Contribution("x", Text(map, "part") ?? "", Day(map, "day"), "NAT", Text(map, "key") ?? "", Number(map, "value") ?? 0, (int?)Number(map, "women"), null, null, null),
        Text(map, "pending") == "true",
        (long?)Number(map, "order") ?? index + 1);

    private static string Found(IndicatorValue value, string key) => key switch
    {
        "value" => value.Value.ToString("0.##", CultureInfo.InvariantCulture),
        "women" => value.Women?.ToString(CultureInfo.InvariantCulture) ?? "null",
        "pending" => value.Pending.ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.Sources.ToString(CultureInfo.InvariantCulture),
    };

    private static string? Text(YamlMap map, string key) => (map[key] as YamlText)?.Value;

    private static decimal? Number(YamlMap map, string key) => Text(map, key) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    private static DateOnly Day(YamlMap map, string key) => DateOnly.ParseExact(Text(map, key)!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
