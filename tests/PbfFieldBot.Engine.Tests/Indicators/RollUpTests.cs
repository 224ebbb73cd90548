using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Engine.Tests.Indicators;

public sealed class RollUpTests
{
    private static readonly DateOnly Day = new(2020, 9, 14);

    [Fact]
    public void AContributionKnowsItsDayAndItsCercle()
    {
        var contribution = Assert.Single(Of("sondage"));
        Assert.Equal(("2.2.1", Day, "ML0506", 1m), (contribution.Indicator, contribution.Day, contribution.Area, contribution.Value));
    }

    [Fact]
    public void AMeetingFeedsTheCommitteesAndTheMeetings() =>
        Assert.Equal([("1.2", "ML05", 1m), ("1.2.2", "", 1m)], Of("reunion_comite", People(10, 3)).Select(c => (c.Indicator, c.Key, c.Value)));

    [Fact]
    public void AMeetingWithTooFewWomenTakesThePlaceOfTheOneBefore() =>
        Assert.Equal(("", 0m, "Moins de 30 % de femmes à cette réunion."), Of("reunion_comite", People(10, 2)).Where(c => c.Indicator == "1.2").Select(c => (c.Part, c.Value, c.Note)).Single());

    [Fact]
    public void AMeetingWhoseWomenNobodySaidIsOnlyListed() =>
        Assert.Equal(("listed", "Femmes non dites : la réunion ne change pas l'état du comité."), Of("reunion_comite", People(10, null)).Where(c => c.Indicator == "1.2").Select(c => (c.Part, c.Note)).Single());

    [Fact]
    public void AWorkshopWithTooFewWomenIsListedWithItsReason() =>
        Assert.Equal(("listed", 0m, "Moins de 30 % de femmes : l'atelier ne compte pas."), Of("atelier", People(20, 5)).Select(c => (c.Part, c.Value, c.Note)).Single());

    [Fact]
    public void WhatWasNotSaidOfThoseAlreadyTrainedIsNoted() =>
        Assert.Equal("Déjà formés par le projet : non dit, compté 0.", Of("formation", Choice("audience", "comites"), People(10, 3)).Single().Note);

    [Fact]
    public void MoreTrainedBeforeThanPresentAddNobodyAndTakeNobodyAway()
    {
        var contribution = Of("formation", Choice("audience", "comites"), People(10, 3), ("already_trained", new HeadcountAnswer(new Headcount(12, 4)))).Single();
        Assert.Equal((0m, null), (contribution.Value, contribution.Women));
    }

    [Fact]
    public void OtherAudiencesAndAwarenessFeedNoIndicator()
    {
        Assert.Empty(Of("formation", Choice("audience", "radios"), People(10, 3)));
        Assert.Empty(Of("sensibilisation", People(200, 90)));
        Assert.Empty(Of("alerte"));
    }

    [Fact]
    public void ADeclaredStationIsSupportedSinceTheProjectsStart()
    {
        var contribution = Assert.Single(RollUp.OfDeclared("radio", "kaoural", "ML0506", ShippedDialogs.Framework));
        Assert.Equal(("2.1.2", "since", new DateOnly(2020, 1, 1)), (contribution.Indicator, contribution.Part, contribution.Day));
    }

    [Theory]
    [InlineData("Radio Kaoural", "kaoural")]
    [InlineData("RD. Kaoural", "kaoural")]
    [InlineData("la radio Kaoural", "kaoural")]
    [InlineData("Daandé Douentza", "daande douentza")]
    [InlineData("Radio", "radio")]
    public void StationsAreComparedWithoutTheWordRadio(string name, string key) => Assert.Equal(key, RegisterKey.Of("radio", name));

    private static IReadOnlyList<Contribution> Of(string kind, params (string Name, AnswerValue Value)[] answers) => RollUp.Of(
        new Submission
        {
            Kind = kind,
            Answers = answers.Append(("date", new DateAnswer(Day))).Append(("place", new PlaceAnswer(new Place(PlaceLevel.Commune, "Koro", "Koro", "Mopti", "ML050601")))).ToDictionary(a => a.Item1, a => a.Item2),
            SentOn = Day,
        },
        ShippedDialogs.Find(kind),
        ShippedDialogs.Framework);

    private static (string Name, AnswerValue Value) People(int total, int? women) => ("participants", new HeadcountAnswer(new Headcount(total, women).Derived()));

    private static (string Name, AnswerValue Value) Choice(string name, string value) => (name, new ChoicesAnswer([value]));
}
