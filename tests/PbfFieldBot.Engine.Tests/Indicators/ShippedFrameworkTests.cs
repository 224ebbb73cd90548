using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Engine.Tests.Indicators;

/// <summary>dialogs/indicateurs.yaml against what the report of November 2020 holds.</summary>
public sealed class ShippedFrameworkTests
{
    private static readonly ResultsFramework Framework = ShippedDialogs.Framework;

    [Fact]
    public void ItHasTheReportsEighteenIndicatorsInItsOrder() => Assert.Equal(
        "1.1 1.2 1.1.1 1.1.2 1.2.1 1.2.2 2.1 2.2 2.1.1 2.1.2 2.2.1 2.2.2 3.1 3.2 3.1.1 3.1.2 3.2.1 3.2.2",
        string.Join(' ', Framework.Indicators.Select(i => i.Code)));

    [Fact]
    public void ItHasThreeResultsAndSixOutputs() =>
        Assert.Equal((3, 6), (Framework.Results.Count(r => r.Level is ResultLevel.Result), Framework.Results.Count(r => r.Level is ResultLevel.Output)));

    [Fact]
    public void MilestonesAreNumbersWordsOrBothAsTheReportWritesThem()
    {
        var milestones = Framework.Indicators.Select(i => i.Milestone).ToList();
        Assert.Equal(5, milestones.Count(m => m.Number is null));
        Assert.Equal([15m, 50m], milestones.Where(m => m.Number is not null && m.Text.Any(char.IsLetter)).Select(m => m.Number!.Value));
    }

    [Fact]
    public void TypingErrorsOfTheReportAreKept()
    {
        Assert.Equal("L’indicateur sera atteint au derneier trimestre 2020 et au cours de 20216", Framework.Find("3.2.2")!.Milestone.Text);
        Assert.Equal("Les en enquêtes de perception seront organisées en 2021", Framework.Find("2.1")!.Milestone.Text);
    }

    [Fact]
    public void ThreeIndicatorsAreBySexAndAge() =>
        Assert.Equal(["1.1.1", "1.2.1", "3.1.1"], Framework.Indicators.Where(i => i.BySexAndAge).Select(i => i.Code));

    [Fact]
    public void EachStatesItsChoiceAndTheSourceOfItsOpeningValue() =>
        Assert.All(Framework.Indicators, i => Assert.True(i.Choice.Length > 0 && i.Opening is { Value: 0, Source.Length: > 0 } && i.Counts is not null, i.Code));

    [Fact]
    public void NoEntryIsLongerThanTheReportAllows() =>
        Assert.All(Framework.Indicators, i => Assert.InRange(Math.Max(i.Reason.Length, i.Milestone.Text.Length), 0, Limits.ReportEntryCharacters));
}
