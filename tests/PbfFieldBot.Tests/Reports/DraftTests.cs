using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Reports.Drafts;
using PbfFieldBot.Reports.Snapshots;
using PbfFieldBot.TestKit;
using PbfFieldBot.Tests.Indicators;
using Xunit;
using static PbfFieldBot.Tests.Indicators.Ledger;

namespace PbfFieldBot.Tests.Reports;

public sealed partial class DraftTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;
    private static readonly DateOnly June = new(2020, 6, 1);
    private static readonly DateOnly November = new(2020, 11, 15);

    private static readonly Gen<(string Kind, int Day, int Total, int Women)> AReport =
        from kind in Gen.OneOf("formation", "reunion_comite", "atelier", "restitution", "sondage", "visite_echange", "action_parlementaire", "mesure")
        from day in Gen.Int[0, 310]
        from total in Gen.Int[1, 40]
        from women in Gen.Int[-1, total]
        select (kind, day, total, women);

    [Fact]
    public async Task EachNumberOfTheDraftIsAFigureOfThePeriod()
    {
        await AReport.Array[0, 25].SampleAsync(async season =>
        {
            await using var ledger = await SeasonAsync(season);
            var (before, now) = (await ledger.Queries.ValuesAsync(June.AddDays(-1), null, Stop), await ledger.Queries.ValuesAsync(November, null, Stop));
            foreach (var section in await DraftAsync(ledger))
                foreach (var sentence in section.Sentences.Concat(section.LeftOut))
                {
                    Assert.Subset(sentence.Figures.Values.ToHashSet(), NumbersIn(sentence.Text));
                    foreach (var code in sentence.Indicators.Where(_ => sentence.Figures.ContainsKey("value")))
                        Assert.Equal(now.Single(v => v.Code == code).Value, sentence.Figures["value"]);
                    foreach (var code in sentence.Indicators.Where(_ => sentence.Figures.ContainsKey("value") && sentence.Figures.ContainsKey("n")))
                        Assert.Equal(now.Single(v => v.Code == code).Value - before.Single(v => v.Code == code).Value, sentence.Figures["n"]);
                }
        }, iter: 15, threads: 1);
    }

    [Fact]
    public async Task ThePeriodIsToldInPlainFrenchWithItsTotals()
    {
        await using var ledger = await OpenAsync();
        await ledger.FileAsync("reunion_comite", "2020-03-05", "ML0505", SubmissionStatus.Approved, Headcount(18, 5));
        await ledger.FileAsync("reunion_comite", "2020-07-05", "ML0505", SubmissionStatus.Approved, Headcount(18, 5));
        await ledger.FileAsync("formation", "2020-07-06", "ML0405", SubmissionStatus.Approved, Choice("audience", "comites"), Headcount(15, 6));
        var sections = await DraftAsync(ledger);
        Assert.Equal(
            "Ce qui suit porte sur la période du 01/06/2020 au 15/11/2020. 15 personnes du secrétariat permanent et des comités ont été formées, dont 6 femmes, région de Ségou. "
            + "Le total depuis le début du projet est de 15, pour une cible de 30. 1 réunion de comité régional a été tenue, région de Mopti. Le total depuis le début du projet est de 2, pour une cible de 24. "
            + "Rien n'a été rapporté sur la période pour : la matrice de cohérence, les comités régionaux avec la part de femmes demandée, l'expertise au secrétariat permanent et la formation des agents des services techniques.",
            sections[0].Text);
        Assert.Equal("11 des 33 participations dont le sexe est connu sont celles de femmes, soit 33 %.", sections[1].Text);
        Assert.Equal([Receipt.For("MOP", 2)], sections[0].Sentences.Single(s => s.Indicators is ["1.2.2"]).Receipts);
    }

    [Fact]
    public async Task NoActivityIsSaidPlainly()
    {
        await using var ledger = await OpenAsync();
        var sections = await DraftAsync(ledger);
        Assert.Equal("Aucune activité n'a été rapportée pour ce résultat du 01/06/2020 au 15/11/2020.", sections[4].Text);
        Assert.Equal("Aucun participant n'a été compté pour ce résultat du 01/06/2020 au 15/11/2020.", sections[5].Text);
    }

    [Fact]
    public async Task SinceAPublishedReportALateReportIsNew()
    {
        await using var ledger = await OpenAsync();
        var frozen = await new SnapshotArchive(ledger.Database, ShippedDialogs.Catalog).FreezeAsync("juin", June, FieldBotApp.Morning, Stop);
        await ledger.FileAsync("sondage", "2020-03-05", "ML05", SubmissionStatus.Approved);
        var period = await DraftPeriod.SinceAsync(ledger.Database, ShippedDialogs.Catalog, frozen, November, Stop);
        var survey = period.Figures.Single(f => f.Indicator.Code == "2.2.1");
        Assert.Equal((new DateOnly(2020, 6, 2), 1m, 1), (period.From, survey.Added, survey.Receipts.Count));
    }

    [Fact]
    public void WhatDoesNotFitTheLimitIsLeftOutWhole()
    {
        var sentences = new[] { "Un.", "Deux.", "Trois." }.Select(t => new DraftSentence(t, [], [], new Dictionary<string, decimal>())).ToList();
        var section = DraftSection.Fitting("Résultat 1", "Résumé", 9, sentences);
        Assert.Equal(("Un. Deux.", "Trois."), (section.Text, section.LeftOut.Single().Text));
    }

    [Fact]
    public void TheSectionsOfTheTemplateGiveTheLimits()
    {
        var plan = DraftPlan.Read(ShippedDialogs.Files);
        Assert.Equal((3000, 1000), (plan.SectionOf("Résultat 2", "progress").Limit, plan.SectionOf("Résultat 2", "women_youth").Limit));
        Assert.All(ShippedDialogs.Framework.Indicators, i => Assert.True(plan.Phrases.Has($"indicators.{i.Code}.name"), i.Code));
    }

    private static async Task<IReadOnlyList<DraftSection>> DraftAsync(Ledger ledger) =>
        await new DraftBuilder(ledger.Database, ShippedDialogs.Catalog, DraftPlan.Read(ShippedDialogs.Files)).BuildAsync(
            await DraftPeriod.SinceAsync(ledger.Database, ShippedDialogs.Catalog, June, November, Stop), Stop);

    private static async Task<Ledger> SeasonAsync((string Kind, int Day, int Total, int Women)[] season)
    {
        var ledger = await OpenAsync();
        foreach (var (kind, day, total, women) in season)
            await ledger.FileAsync(
                kind, new DateOnly(2020, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "ML0505", SubmissionStatus.Approved, kind switch
                {
                    "formation" => [Choice("audience", total % 2 == 0 ? "comites" : "parlementaires"), Headcount(total, women < 0 ? null : women)],
                    "mesure" => [Choice("indicator", "2.1"), Number("value", total)],
                    _ => [Headcount(total, women < 0 ? null : women)],
                });
        return ledger;
    }

    // Days are no figures.
    private static HashSet<decimal> NumbersIn(string text) =>
        [.. WrittenNumber().Matches(WrittenDay().Replace(text, "")).Select(m => decimal.Parse(m.Value.Replace(',', '.'), CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"\d+/\d+/\d+")]
    private static partial Regex WrittenDay();

    [GeneratedRegex(@"\d+(,\d+)?")]
    private static partial Regex WrittenNumber();
}
