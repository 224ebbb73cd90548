using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Reports.Import;
using PbfFieldBot.Reports.Table;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Tests.Reports;

public sealed class ReportImportTests
{
    private static readonly string Shipped = Repository.Text("dialogs/" + ResultsFrameworkReader.File);

    [Fact]
    public void TheFoundingReportGivesItsEighteenIndicators()
    {
        var read = ImportedReport.Read(SampleReport.Founding);
        Assert.Equal(ShippedDialogs.Framework.Indicators.Select(i => (i.Code, i.Label, i.Parent, i.Baseline, i.Target, i.Milestone.Text, i.Reason)), read.Indicators.Select(i => (i.Code, i.Label, i.Parent, i.Baseline!.Number, i.Target!.Number, i.Milestone, i.Reason)));
        Assert.Equal((new DateOnly(2020, 11, 15), "Novembre 2020"), (read.Day, read.DayWords));
    }

    [Fact]
    public void MilestonesSplitIntoNumberAndNote()
    {
        var read = ImportedReport.Read(SampleReport.Founding).Indicators;
        Assert.Equal(["1.2.2", "2.1", "3.1.2", "3.2.1", "3.2.2"], read.Where(i => i.MilestoneNumber is null).Select(i => i.Code));
        Assert.Equal([("1.1.1", 15m), ("1.2.1", 50m)], read.Where(i => i.MilestoneNumber is not null && !i.Milestone.All(char.IsAsciiDigit)).Select(i => (i.Code, i.MilestoneNumber!.Value)));
    }

    [Theory]
    [InlineData("15. Cet indicateur sera atteint en 2021", 15.0)]
    [InlineData("Au moins 5 radios", 5.0)]
    [InlineData("1 200 personnes", 1200.0)]
    [InlineData("2,5", 2.5)]
    [InlineData("mars 2021", null)]
    [InlineData("2021", null)]
    [InlineData("1er trimestre 2021", null)]
    [InlineData("15/06/2021", null)]
    [InlineData("15 juin 2021", null)]
    [InlineData("", null)]
    public void ADateIsNoNumberToReach(string text, double? number) => Assert.Equal((decimal?)number, MilestoneNumber.Of(text));

    [Theory]
    [InlineData("15 dont 6 femmes", 15, 6, null)]
    [InlineData("15 dont 6 femmes (4 de moins de 35 ans)", 15, 6, 4)]
    [InlineData("1\u00a0200", 1200, null, null)]
    [InlineData("35 %", 35, null, null)]
    [InlineData("Oui", 1, null, null)]
    [InlineData("non", 0, null, null)]
    [InlineData("16 r\u00e9unions", 16, null, null)]
    [InlineData("quinze dont six femmes", 15, 6, null)]
    public void ACellIsReadAsPeopleWriteIt(string text, int number, int? women, int? youth)
    {
        var read = EntryValue.Of(text)!;
        Assert.Equal((number, women, youth), ((int)read.Number, read.Women, read.Youth));
    }

    [Fact]
    public void AfterwardsTheFrameworkHasTheReportsValuesAsOpening()
    {
        var framework = Imported(Shipped, SampleReport.Founding);
        Assert.Equal(["1", "2", "15", "1", "0", "9", "0", "0", "0", "0", "0", "2", "0", "0", "0", "0", "0", "16"], framework.Indicators.Select(i => i.Opening.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(framework.Indicators, i => Assert.Equal(new DateOnly(2020, 11, 15), i.Opening.Date));
        Assert.Equal((6, 9, "Rapport \u00ab Novembre 2020 \u00bb, progr\u00e8s actuel : 15 dont 6 femmes"), (framework.Find("1.1.1")!.Opening.Women, framework.Find("1.1.1")!.Opening.Men, framework.Find("1.1.1")!.Opening.Source));
    }

    [Fact]
    public void ASecondImportChangesNothing()
    {
        var once = FrameworkFile.Apply(Shipped, Changes(ShippedDialogs.Framework, SampleReport.Founding));
        Assert.Empty(Changes(Read(once), SampleReport.Founding));
    }

    [Fact]
    public void CommentsAndOrderOfTheFileStay()
    {
        var changed = FrameworkFile.Apply(Shipped, Changes(ShippedDialogs.Framework, SampleReport.Founding)).Split('\n');
        var differing = Shipped.Split('\n').Zip(changed).Where(l => l.First != l.Second).Select(l => l.Second.TrimStart());
        Assert.Equal(Shipped.Split('\n').Length, changed.Length);
        Assert.Equal(18, differing.Count());
        Assert.All(differing, l => Assert.StartsWith("opening: {", l, StringComparison.Ordinal));
    }

    [Fact]
    public void OtherTargetsMilestonesAndReasonsAreTaken()
    {
        var report = new SampleReport().Set("1.2.2", TableColumn.Target, "30").Set("1.2.2", TableColumn.Milestone, "12 avant juin").Set("1.2.2", TableColumn.Reason, "Routes \u00ab coup\u00e9es \u00bb : \"pluie\"").Set("1.1.1", TableColumn.Reason, "").Save();
        var framework = Imported(Shipped, report);
        var meetings = framework.Find("1.2.2")!;
        Assert.Equal((30m, new Milestone("12 avant juin", 12), "Routes \u00ab coup\u00e9es \u00bb : \"pluie\"", ""), (meetings.Target, meetings.Milestone, meetings.Reason, framework.Find("1.1.1")!.Reason));
    }

    [Fact]
    public void WhatIsChangedIsSaidInFrench()
    {
        var report = ImportedReport.Read(new SampleReport().Set("1.2.2", TableColumn.Target, "30").Without("3.2").Save());
        var day = new DateOnly(2020, 11, 15);
        var lines = ImportText.Lines(ShippedDialogs.Framework, report, day, FrameworkChanges.Of(ShippedDialogs.Framework, report, day)).ToList();
        Assert.Equal("17 indicateurs lus ; le rapport compte jusqu'au 15/11/2020 (\u00ab Novembre 2020 \u00bb ; un autre jour : --date).", lines[0]);
        Assert.Equal(["  cible : 24 \u2192 30", "  valeur d'ouverture : 0 \u2192 9", "  date d'ouverture : 2019-12-31 \u2192 2020-11-15"], lines.Skip(lines.IndexOf("1.2.2  Nombre de r\u00e9unions tenues") + 1).Take(3));
        Assert.Equal("L'indicateur 3.2 n'est pas dans le rapport : il reste tel quel.", lines[^1]);
    }

    private static ResultsFramework Imported(string yaml, byte[] report) => Read(FrameworkFile.Apply(yaml, Changes(Read(yaml), report)));

    private static IReadOnlyList<FieldChange> Changes(ResultsFramework framework, byte[] file)
    {
        var report = ImportedReport.Read(file);
        return FrameworkChanges.Of(framework, report, report.Day!.Value);
    }

    private static ResultsFramework Read(string yaml)
    {
        var findings = new Findings();
        var framework = ResultsFrameworkReader.Read(yaml, ShippedDialogs.All, findings);
        Assert.Empty(findings.Problems);
        return framework;
    }
}
