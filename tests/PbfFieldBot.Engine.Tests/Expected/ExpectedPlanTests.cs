using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Expected;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Engine.Tests.Expected;

public sealed class ExpectedPlanTests
{
    private const string Entry = "  - { name: d, title: t, of: [radio], reports: [diffusion], every: week, due: friday }\n";

    [Fact]
    public void APlanIsReadWithItsHoursAndDays()
    {
        var (plan, findings) = Read("reminders: { from: \"09:30\", until: \"17:00\", after: [2] }\nexpected:\n" + Entry);
        Assert.False(findings.Any);
        Assert.Equal((new TimeOnly(9, 30), new TimeOnly(17, 0)), (plan.From, plan.Until));
        Assert.Equal([2], plan.After);
        Assert.Equal(("d", Rhythm.Week, 5), (plan.Reports[0].Name, plan.Reports[0].Every, plan.Reports[0].Due));
    }

    [Theory]
    [InlineData("expected:\n  - { name: d, title: t, of: [radios], reports: [diffusion], every: week, due: friday }", "not_allowed", 2)]
    [InlineData("expected:\n  - { name: d, title: t, of: [radio], reports: [difusion], every: week, due: friday }", "unknown_dialog_near", 2)]
    [InlineData("expected:\n  - { name: d, title: t, of: [radio], reports: [xyz], every: week, due: friday }", "unknown_dialog", 2)]
    [InlineData("expected:\n  - { name: d, title: t, of: [radio], reports: [diffusion], every: weekly, due: friday }", "not_allowed", 2)]
    [InlineData("expected:\n  - { name: d, title: t, of: [radio], reports: [diffusion], every: week, due: vendredi }", "not_allowed", 2)]
    [InlineData("expected:\n  - { name: d, title: t, of: [radio], reports: [diffusion], every: month, due: 32 }", "not_allowed", 2)]
    [InlineData("expected:\n  - { name: d, title: t, reports: [diffusion], every: week, due: friday }", "missing_key", 2)]
    [InlineData("expected:\n  - { name: d, titel: t, title: t, of: [radio], reports: [diffusion], every: week, due: friday }", "unknown_key_near", 2)]
    [InlineData("expected:\n" + Entry + Entry, "doubled_code", 3)]
    [InlineData("reminders: { from: \"8h\" }\nexpected: []", "not_allowed", 1)]
    [InlineData("reminders: { after: [1, 2, 3] }\nexpected: []", "not_allowed", 1)]
    [InlineData("reminders: { after: [3, 1] }\nexpected: []", "not_allowed", 1)]
    [InlineData("expectd: []", "unknown_key_near", 1)]
    [InlineData("- a", "map_expected", 1)]
    public void AMistakeIsNamedWithItsLine(string yaml, string code, int line)
    {
        var problem = Assert.Single(Read(yaml).Findings.Problems);
        Assert.Equal((code, "attendus.yaml", line), (problem.Code, problem.File, problem.Line));
    }

    [Theory]
    [InlineData(Rhythm.Week, "2026-11-25", "2026-W48", "2026-11-23")]
    [InlineData(Rhythm.Week, "2027-01-03", "2026-W53", "2026-12-28")]
    [InlineData(Rhythm.Month, "2028-02-29", "2028-02", "2028-02-01")]
    public void ADayLiesInItsPeriod(Rhythm every, string day, string key, string first)
    {
        var period = ExpectedPeriod.Of(every, Day(day));
        Assert.Equal((key, Day(first)), (period.Key, period.First));
        Assert.Equal(period.First, period.Before.End);
    }

    [Fact]
    public void AShortMonthIsDueOnItsLastDay() =>
        Assert.Equal(Day("2026-02-28"), new ExpectedReport("m", "t", [], [], Rhythm.Month, 31).DueIn(ExpectedPeriod.Of(Rhythm.Month, Day("2026-02-10"))));

    [Fact]
    public void TheShippedPlanExpectsSomethingOfEachKindOfPartner() =>
        Assert.All(new[] { "comite", "radio", "osc", "adr", "secretariat" }, kind => Assert.NotEmpty(ShippedDialogs.Catalog.Expected.For(kind)));

    private static (ExpectedPlan Plan, Findings Findings) Read(string yaml)
    {
        var findings = new Findings();
        return (ExpectedPlanReader.Read(yaml, ShippedDialogs.All, findings), findings);
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
