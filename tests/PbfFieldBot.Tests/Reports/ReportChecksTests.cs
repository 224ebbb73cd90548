using PbfFieldBot.Reports.Check;
using PbfFieldBot.Reports.Import;
using PbfFieldBot.Reports.Table;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Tests.Reports;

public sealed class ReportChecksTests
{
    private static readonly CheckRules Rules = CheckRules.Read(ShippedDialogs.Files);

    // One fault in a clean report; each must be found, and nothing else.
    private static readonly Dictionary<string, (Func<SampleReport, SampleReport> Seed, string Code)> Faults = new()
    {
        ["31 of 30"] = (r => r.Set("1.1.1", TableColumn.Current, "31 dont 6 femmes"), "value_over_target"),
        ["60 % of 50 %"] = (r => r.Set("2.1", TableColumn.Current, "60 %"), "value_over_target"),
        ["no reason"] = (r => r.Set("1.2.2", TableColumn.Reason, ""), "below_target_without_reason"),
        ["a reason that is none"] = (r => r.Set("2.2.1", TableColumn.Reason, "N/A"), "below_target_without_reason"),
        ["more women than people"] = (r => r.Set("1.1.1", TableColumn.Current, "15 dont 16 femmes"), "women_over_total"),
        ["more women than people, told"] = (r => r.Say("Une rencontre a r\u00e9uni 20 personnes dont 25 femmes."), "women_over_total"),
        ["text for a value"] = (r => r.Set("2.2.1", TableColumn.Current, "en cours"), "text_in_numeric_cell"),
        ["a letter for a nought"] = (r => r.Set("2.1.2", TableColumn.Current, "1O"), "text_in_numeric_cell"),
        ["text for a target"] = (r => r.Set("2.1.2", TableColumn.Target, "\u00e0 fixer"), "text_in_numeric_cell"),
        ["an empty value"] = (r => r.Set("2.1.2", TableColumn.Current, ""), "value_missing"),
        ["a row left out"] = (r => r.Without("2.2.1"), "row_missing"),
        ["a digit too many in the table"] = (r => r.Set("3.2.1", TableColumn.Milestone, "Au cours de 20216"), "impossible_year"),
        ["a digit too many, told"] = (r => r.Say("Les sessions se tiendront en mars 20211."), "impossible_year"),
        ["a year far away"] = (r => r.Say("Les sessions se tiendront en septembre 2210."), "impossible_year"),
        ["a year far away, in figures"] = (r => r.Say("L'atelier est fix\u00e9 au 15/03/2210."), "impossible_year"),
        ["a year far away, by quarter"] = (r => r.Set("3.2.1", TableColumn.Milestone, "Au premier trimestre 2120"), "impossible_year"),
        ["a digit too few"] = (r => r.Set("3.1.2", TableColumn.Reason, "Report\u00e9 \u00e0 juin 202"), "impossible_year"),
        ["an answer over its limit"] = (r => r.Say(string.Concat(Enumerable.Repeat("Le projet avance dans la zone. ", 90))), "section_too_long"),
        ["an entry over its limit"] = (r => r.Set("2.2.1", TableColumn.Reason, string.Concat(Enumerable.Repeat("Le projet avance. ", 20))), "entry_too_long"),
        ["one reason four times"] = (r => new[] { "1.2.2", "2.1.1", "2.2.2", "3.2" }.Aggregate(r, (all, code) => all.Set(code, TableColumn.Reason, "Report\u00e9 \u00e0 cause du Covid")), "same_reason"),
        ["percentages added"] = (r => r.Set("2.2", TableColumn.Current, "20 % + 15 %"), "percentages_summed"),
        ["percentages added, one sign"] = (r => r.Set("2.2", TableColumn.Current, "20 + 15 = 35 %"), "percentages_summed"),
        ["percentages of two regions"] = (r => r.Set("2.2", TableColumn.Current, "35 % (20 % \u00e0 Mopti, 15 % \u00e0 S\u00e9gou)"), "percentages_summed"),
        ["percentages added, told"] = (r => r.Say("La participation est de 20 % \u00e0 Mopti et 15 % \u00e0 S\u00e9gou, soit 35 % en tout."), "percentages_summed"),
        ["more people trained, told"] = (r => r.Say("Le projet a form\u00e9 25 personnes des comit\u00e9s."), "narrative_contradiction"),
        ["other women, told"] = (r => r.Say("Le projet a form\u00e9 15 personnes, dont 8 femmes."), "narrative_contradiction"),
        ["fewer meetings, in words"] = (r => r.Replace("neuf r\u00e9unions", "sept r\u00e9unions"), "narrative_contradiction"),
        ["more workshops"] = (r => r.Say("Cinq ateliers ont \u00e9t\u00e9 organis\u00e9s \u00e0 S\u00e9gou."), "narrative_contradiction"),
        ["radios that the table has not"] = (r => r.Say("Au total, 8 radios communautaires sont appuy\u00e9es par le projet."), "narrative_contradiction"),
        ["surveys that the table has not"] = (r => r.Say("Deux sondages ont \u00e9t\u00e9 r\u00e9alis\u00e9s aupr\u00e8s des populations."), "narrative_contradiction"),
        ["other meetings of CROCSAD"] = (r => r.Say("Le projet a appuy\u00e9 20 r\u00e9unions des CROCSAD et CLOCSAD."), "narrative_contradiction"),
        ["a survey result that the table has not"] = (r => r.Say("L'enqu\u00eate montre une r\u00e9duction de 35 % des perceptions n\u00e9gatives."), "narrative_contradiction"),
    };

    public static TheoryData<string> Seeds => [.. Faults.Keys];

    [Fact]
    public void ACleanReportHasNoFinding() => Assert.Empty(Check(SampleReport.Clean().Save()));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void ASeededFaultIsFoundAlone(string seed)
    {
        var (change, code) = Faults[seed];
        Assert.Equal([code], Check(change(SampleReport.Clean()).Save()).Select(f => f.Code));
    }

    [Fact]
    public void TheFoundingReportHasTheFindingsOfACarefulOfficer()
    {
        var found = Check(SampleReport.Founding);
        Assert.Equal(
            [
                "below_target_without_reason 9 pour une cible de 24", "below_target_without_reason 0 pour une cible de 5", "below_target_without_reason 2 pour une cible de 6",
                "same_reason Les activit\u00e9s de regroupement ont \u00e9t\u00e9 report\u00e9es suite aux instructions gouvernementales",
                "narrative_contradiction Grace au projet, deux r\u00e9unions au niveau r\u00e9gional ont \u00e9t\u00e9 organis\u00e9es et ont permis d\u2019\u00e9laborer des plans r\u00e9gionaux de pr\u00e9vention et gestion des conflits",
                "impossible_year de 20216", "section_too_long 1928 caract\u00e8res sur 1500 permis",
            ],
            found.Select(f => f.Code + " " + f.Evidence));
        Assert.Equal("Tableau des indicateurs, indicateurs 1.1.1, 1.2.1, 2.1, 2.2, 3.2, 3.2.1, 3.2.2", found.Single(f => f.Code == "same_reason").Where);
    }

    [Fact]
    public void AFindingSaysWhereAndWhatToDo() => Assert.Equal(
        new Finding("value_over_target", "Tableau des indicateurs, indicateur 1.1.1", "La valeur d\u00e9passe la cible de fin de projet. V\u00e9rifiez le chiffre ; s'il est juste, dites-le dans les raisons.", "31 dont 6 femmes pour une cible de 30"),
        Check(SampleReport.Clean().Set("1.1.1", TableColumn.Current, "31 dont 6 femmes").Save()).Single());

    [Theory]
    [InlineData("14 dont 6 femmes", "cumulative_decrease")]
    [InlineData("20 dont 5 femmes", "women_decrease")]
    [InlineData("20 dont 8 femmes", null)]
    public void TheReportBeforeIsComparedWith(string now, string? code)
    {
        var since = PreviousPeriod.Of(ImportedReport.Read(SampleReport.Clean().Save()));
        var report = SampleReport.Clean().Set("1.1.1", TableColumn.Current, now);
        foreach (var (row, i) in ShippedDialogs.Framework.Indicators.Select((r, i) => (r, i)))
            report.Set(row.Code, TableColumn.Reason, "Nouveau motif " + i);
        Assert.Equal(code is null ? [] : [code], Check(report.Save(), since).Select(f => f.Code));
    }

    [Fact]
    public void AReasonLeftFromTheReportBeforeIsFound()
    {
        var since = PreviousPeriod.Of(ImportedReport.Read(SampleReport.Clean().Save()));
        Assert.Equal(16, Check(SampleReport.Clean().Save(), since).Count(f => f.Code == "reason_not_renewed"));
        Assert.Empty(Check(SampleReport.Clean().Save()));
    }

    [Fact]
    public void ASurveyThatWentDownIsNoFault()
    {
        var since = PreviousPeriod.Of(ImportedReport.Read(SampleReport.Clean().Set("2.1", TableColumn.Current, "40 %").Save()));
        Assert.DoesNotContain(Check(SampleReport.Clean().Set("2.1", TableColumn.Current, "35 %").Save(), since), f => f.Code == "cumulative_decrease");
    }

    [Fact]
    public void PartsOfTheTablesNumberAreNoContradiction() =>
        Assert.Empty(Check(SampleReport.Clean().Say("Le projet a form\u00e9 10 personnes \u00e0 Mopti. Il a form\u00e9 5 personnes \u00e0 S\u00e9gou.").Save()));

    [Fact]
    public void EachAnswerOfTheSampleIsMeasuredAsTheDataSay()
    {
        var sections = CheckedReport.Read(SampleReport.Founding, ShippedDialogs.Framework, Rules, PreviousPeriod.Of(ShippedDialogs.Framework)).Sections.Where(s => s.Limit is not null).Select(s => s.Characters);
        Assert.Equal([1928, 621, 3, 1258, 746, 213, 708, 244, 811, 141, 273, 3, 680], sections);
    }

    private static IReadOnlyList<Finding> Check(byte[] file, PreviousPeriod? since = null) =>
        ReportChecks.Run(CheckedReport.Read(file, ShippedDialogs.Framework, Rules, since ?? PreviousPeriod.Of(ShippedDialogs.Framework)));
}
