using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;
using Xunit;

namespace PbfFieldBot.Engine.Tests.French;

/// <summary>How people are counted in an answer, rule by rule.</summary>
public sealed class HeadcountsTests
{
    [Theory]
    [InlineData("8/20 femmes", 20, 8)]
    [InlineData("8 femmes / 20", 20, 8)]
    [InlineData("6 des 15 participants étaient des femmes", 15, 6)]
    [InlineData("14 avec 6 femmes", 14, 6)]
    [InlineData("37 orphelins dont 14 filles", 37, 14)]
    [InlineData("21 pers f 6", 21, 6)]
    public void APartOfAWholeIsTheSmallerNumber(string text, int total, int women) => Assert.Equal(new Headcount(total, women, total - women), Read(text));

    [Theory]
    [InlineData("15 participants sur 25", 15)]
    [InlineData("22 membres présents sur 30", 22)]
    [InlineData("22 parmi les 30 membres", 22)]
    [InlineData("15 sur 25 étaient là", 15)]
    [InlineData("on attendait 20 personnes mais 15 sont venues", 15)]
    [InlineData("20 personnes étaient attendues, 15 sont venues", 15)]
    [InlineData("prévus : 20, présents : 15", 15)]
    [InlineData("absents 3 présents 15", 15)]
    [InlineData("sur 20 attendus 15 étaient là", 15)]
    public void WhoWasOnlyExpectedIsNotCounted(string text, int total) => Assert.Equal(new Headcount(total), Read(text));

    [Theory]
    [InlineData("Participants 45 Femmes 18 Hommes 27 Jeunes 11", 45, 18, 27, 11)]
    [InlineData("P45 F18 H27", 45, 18, 27, null)]
    [InlineData("45 pers8f", 45, 8, 37, null)]
    [InlineData("27 M et 18 F", 45, 18, 27, null)]
    [InlineData("27 hommes (6 jeunes) et 18 femmes (5 jeunes)", 45, 18, 27, 11)]
    [InlineData("présents 45 absents 3 femmes 18", 45, 18, 27, null)]
    [InlineData("fem.18 masc.27", 45, 18, 27, null)]
    [InlineData("25 leaders femmes et 10 leaders jeunes", null, 25, null, 10)]
    public void LabelsAreTiedToTheNumbersThatFollowOrPrecedeThem(string text, int? total, int? women, int? men, int? youth) => Assert.Equal(new Headcount(total, women, men, youth), Read(text));

    [Theory]
    [InlineData("23 hommes et femmes confondus")]
    [InlineData("hommes, femmes et jeunes : 23")]
    [InlineData("23 participants (hommes et femmes)")]
    [InlineData("23 au lieu de 30 prévus")]
    [InlineData("23 participants contre 30 la dernière fois")]
    [InlineData("23 dont 2 nouveaux")]
    [InlineData("23 personnes : 13 éleveurs et 10 agriculteurs")]
    [InlineData("23 participants / 30")]
    [InlineData("12 mars 2024: 23 présents")]
    [InlineData("23 participants à la 3e session")]
    [InlineData("23 participants, ça a duré 3h")]
    [InlineData("23 participants; perdiem 5000")]
    [InlineData("ce n'est pas 22, c'est 23")]
    [InlineData("23 et non 22")]
    public void OneNumberCountsThemAll(string text) => Assert.Equal(new Headcount(23), Read(text));

    [Theory]
    [InlineData("23 participants dont 8 femmes (35 %)")]
    [InlineData("8 femmes... ah non 9 femmes sur 23, pardon 8 femmes")]
    public void AShareOrACorrectionBesideACountIsNoObstacle(string text) => Assert.Equal(new Headcount(23, 8, 15), Read(text));

    [Theory]
    [InlineData("2 sessions de 20 personnes")]
    [InlineData("20 personnes par village")]
    [InlineData("12 personnes x 3 villages")]
    [InlineData("3 comités de 12 membres")]
    [InlineData("des dizaines de personnes")]
    [InlineData("23 personnes et plus")]
    public void PeopleOfEachPartOrWithoutANumberAreNoCount(string text) => Assert.Equal(RejectReasons.Vague, Headcounts.Read(text).Reject);

    [Fact]
    public void ChildrenBesideWomenAreNotTheWhole() => Assert.Equal(new Headcount(null, 8), Read("12 enfants et 8 femmes"));

    [Fact]
    public void ThePartOfTheAbsentIsNotThePartOfThosePresent() => Assert.Equal(new Headcount(15), Read("15 présents, 10 absents dont 4 femmes"));

    [Theory]
    [InlineData("présents 26 hommes 17 femmes 9", 26, 9)]
    [InlineData("nb participants 52 h 37 f 15", 52, 15)]
    [InlineData("52 participants 37 hommes 15 femmes", 52, 15)]
    public void TheWordBeforeTheFirstNumberSaysItsOrder(string text, int total, int women) => Assert.Equal(new Headcount(total, women, total - women), Read(text));

    [Fact]
    public void TheFeminineOfAllPersonsMakesNoWomen() => Assert.Equal(new Headcount(33), Read("elles étaient 33"));

    [Theory]
    [InlineData("5 jeunes hommes et 4 jeunes femmes", 9, 4, 5, 9)]
    [InlineData("20 personnes dont 8 jeunes femmes", 20, 8, 12, null)]
    [InlineData("35 personnes dont 12 femmes et 9 jeunes filles", 35, 12, 23, null)]
    [InlineData("35 personnes dont 12 femmes, 9 jeunes filles et 14 hommes", 35, 21, 14, null)]
    [InlineData("15, tous des jeunes", 15, null, null, 15)]
    [InlineData("15 dont 4 personnes de moins de 35 ans", 15, null, null, 4)]
    [InlineData("15 dont 4 ont moins de 35 ans", 15, null, null, 4)]
    public void TheYoungOfOneSexAreOfThatSex(string text, int? total, int? women, int? men, int? youth) => Assert.Equal(new Headcount(total, women, men, youth), Read(text));

    [Theory]
    [InlineData("15 participants, dont 6 de sexe féminin", 15, 6)]
    [InlineData("15 personnes dont une seule femme", 15, 1)]
    [InlineData("vingt-sept (27) personnes dont neuf (09) femmes", 27, 9)]
    [InlineData("le 12/03 : 15 participants dont 6 femmes", 15, 6)]
    [InlineData("ns etions 12 en tt dt 4 f", 12, 4)]
    public void AWholeAndItsWomenAreRead(string text, int total, int women) => Assert.Equal(new Headcount(total, women, total - women), Read(text));

    [Fact]
    public void TheMasculineBesideItsFeminineMeansMen() => Assert.Equal(new Headcount(15, 6, 9), Read("9 participants et 6 participantes"));

    [Theory]
    [InlineData("20 personnes, moitié femmes")]
    [InlineData("parité respectée, 20 participants")]
    public void AShareInWordsMakesNoNumber(string text) => Assert.Equal(new Headcount(20), Read(text));

    [Theory]
    [InlineData("zéro femme")]
    [InlineData("pas une seule femme")]
    public void NoWomanSaysNothingOfTheTotal(string text) => Assert.Equal(new Headcount(null, 0), Read(text));

    [Theory]
    [InlineData("15h", RejectReasons.NotANumber)]
    [InlineData("à 15 h", RejectReasons.NotANumber)]
    [InlineData("15000 f", RejectReasons.Amount)]
    [InlineData("12 femmes et 9 jeunes filles", RejectReasons.Contradiction)]
    [InlineData("12 femmes 9 jeunes filles 14 hommes", RejectReasons.Contradiction)]
    public void WhatMayBeSomethingElseIsAskedAgain(string text, string reason) => Assert.Equal(reason, Headcounts.Read(text).Reject);

    [Fact]
    public void FrancsBesideACountArePassedOver() => Assert.Equal(new Headcount(15), Read("15 personnes, transport 2000 F chacun"));

    private static Headcount? Read(string text) => Headcounts.Read(text).Count;
}
