using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Engine.Tests.Indicators;

public sealed class WorkedExamplesTests
{
    private static readonly string Shipped = Repository.Text("dialogs/" + WorkedExamples.File);

    [Fact]
    public void EveryShippedExampleComesOutAsItSays()
    {
        var findings = new Findings();
        WorkedExamples.Play(Shipped, ShippedDialogs.Framework, ShippedDialogs.All, findings);
        Assert.Empty(findings.Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void EveryIndicatorHasAnExample()
    {
        var codes = WorkedExamples.Play(Shipped, ShippedDialogs.Framework, ShippedDialogs.All, new Findings());
        Assert.Empty(ShippedDialogs.Framework.Indicators.Select(i => i.Code).Except(codes));
    }

    [Fact]
    public void AnExampleThatComesOutOtherwiseIsNamedWithItsLine()
    {
        var findings = new Findings();
        WorkedExamples.Play("""
            - indicator: "2.2.1"
              title: Un sondage
              reports:
                - { kind: sondage, date: 2020-05-04, place: ML0506 }
              gives:
                value: 2
            """, ShippedDialogs.Framework, ShippedDialogs.All, findings);
        Assert.Equal("indicateurs.essais.yaml:6:5 : l'exemple « Un sondage » donne value = « 1 » et non « 2 »", Assert.Single(findings.Problems).ToString());
    }

    [Fact]
    public void AnExampleOfNoIndicatorAndAReportOfNoDialogAreNamed()
    {
        var findings = new Findings();
        WorkedExamples.Play("""
            - { indicator: "9.9", title: Rien, gives: { value: 1 } }
            - { indicator: "2.2.1", title: Rien, reports: [{ kind: sondages }], gives: { value: 0 } }
            """, ShippedDialogs.Framework, ShippedDialogs.All, findings);
        Assert.Equal(["unknown_indicator", "unknown_dialog_near"], findings.Problems.Select(p => p.Code));
    }
}
