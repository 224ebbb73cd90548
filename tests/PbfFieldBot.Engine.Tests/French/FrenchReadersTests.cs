using CsCheck;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;
using Xunit;

namespace PbfFieldBot.Engine.Tests.French;

public sealed class FrenchReadersTests
{
    private static readonly string[] Known =
        ["quatre", "vingt", "-", "cent", "mille", "12", "et", "femmes", "h", "/", "dont", "lundi", "mars", "le", "du", "au", "2020", "dernier", "une", "quinzaine", "ans", "de", "moins", "."];

    private static readonly DateOnly Thursday = new(2020, 11, 12);

    [Theory]
    [InlineData("1 500", 1500)]
    [InlineData("1\u00a0500", 1500)]
    [InlineData("1\u202f500", 1500)]
    [InlineData("1.500", 1500)]
    [InlineData("٤٥", 45)]
    [InlineData("４５", 45)]
    [InlineData("1O", 10)]
    [InlineData("trente", 30)]
    [InlineData("quatre vingt dix sept", 97)]
    [InlineData("deux cent mil", 200000)]
    [InlineData("environ 30 pers", 30)]
    [InlineData("on était vingt et un", 21)]
    [InlineData("une quinzaine", 15)]
    [InlineData("aucun", 0)]
    [InlineData("pas de participants", 0)]
    [InlineData("l5", 15)]
    [InlineData("vingtcinq", 25)]
    [InlineData("quatrevingtdix", 90)]
    [InlineData("trente é un", 31)]
    [InlineData("4 mille 3 cents et 21", 4321)]
    [InlineData("une seule", 1)]
    [InlineData("une bonne vingtaine de personnes", 20)]
    [InlineData("+ ou - 40", 40)]
    [InlineData("pas 14 mais 15", 15)]
    [InlineData("une trantaine", 30)]
    [InlineData("kinzaine", 15)]
    [InlineData("la trentaine", 30)]
    [InlineData("soisente deux", 62)]
    [InlineData("carente personnes", 40)]
    [InlineData("je dis 23", 23)]
    [InlineData("23 ont répondu présent", 23)]
    public void ANumberIsRead(string text, int value) => Assert.Equal(value, Headcounts.Read(text).Count?.Total);

    [Theory]
    [InlineData("1,5", RejectReasons.Decimal)]
    [InlineData("½", RejectReasons.Decimal)]
    [InlineData("-3", RejectReasons.Negative)]
    [InlineData("moins trois", RejectReasons.Negative)]
    [InlineData("10 à 15", RejectReasons.Range)]
    [InlineData("beaucoup", RejectReasons.Vague)]
    [InlineData("76 45 12 33", RejectReasons.Phone)]
    [InlineData("15000 FCFA", RejectReasons.Amount)]
    [InlineData("30 %", RejectReasons.Percent)]
    [InlineData("15 (seize)", RejectReasons.Contradiction)]
    [InlineData("1e9", RejectReasons.NotANumber)]
    [InlineData("NaN", RejectReasons.NotANumber)]
    [InlineData("n° 27", RejectReasons.NotANumber)]
    [InlineData("A23", RejectReasons.NotANumber)]
    [InlineData(">= 23", RejectReasons.Vague)]
    [InlineData("23+", RejectReasons.Vague)]
    [InlineData("76.12.34.56", RejectReasons.Phone)]
    [InlineData("👍", RejectReasons.NotANumber)]
    public void WhatIsNoCountIsRefusedWithItsReason(string text, string reason) => Assert.Equal((null, reason), (FrenchNumbers.Read(text).Value, FrenchNumbers.Read(text).Reject));

    [Theory]
    [InlineData("15 dont 6 femmes", 15, 6, 9, null)]
    [InlineData("6F 9H", 15, 6, 9, null)]
    [InlineData("h/f 12/6", 18, 6, 12, null)]
    [InlineData("femmes : 6, hommes : 9", 15, 6, 9, null)]
    [InlineData("que des femmes: 14", 14, 14, 0, null)]
    [InlineData("12 hommes et 7 femmes dont 5 jeunes", 19, 7, 12, 5)]
    [InlineData("une quinzaine dt 5 f", 15, 5, 10, null)]
    [InlineData("17, aucune femme", 17, 0, 17, null)]
    [InlineData("40 participants, 15 femmes, 25 hommes et 12 moins de 35 ans", 40, 15, 25, 12)]
    public void PeopleAreCountedBySexAndAge(string text, int? total, int? women, int? men, int? youth)
    {
        var count = Headcounts.Read(text).Count;
        Assert.Equal((total, women, men, youth), (count?.Total, count?.Women, count?.Men, count?.Youth));
    }

    [Theory]
    [InlineData("15 dont 20 femmes", RejectReasons.WomenGtTotal)]
    [InlineData("15 : 6 femmes et 10 hommes", RejectReasons.SumMismatch)]
    [InlineData("15 dont 16 jeunes", RejectReasons.YouthGtTotal)]
    [InlineData("plus de 30 personnes", RejectReasons.Vague)]
    [InlineData("20 personnes dont au moins 5 femmes", RejectReasons.Vague)]
    public void AContradictionOrABoundIsNamed(string text, string reason) => Assert.Equal(reason, Headcounts.Read(text).Reject);

    [Theory]
    [InlineData("hier", "2020-11-11")]
    [InlineData("avant-hier", "2020-11-10")]
    [InlineData("ce matin", "2020-11-12")]
    [InlineData("lundi", "2020-11-09")]
    [InlineData("jeudi", "2020-11-05")]
    [InlineData("lundi dernier", "2020-11-09")]
    [InlineData("12/11", "2020-11-12")]
    [InlineData("12 novembre", "2020-11-12")]
    [InlineData("le 3 mars 2020", "2020-03-03")]
    [InlineData("31/12", "2019-12-31")]
    [InlineData("il y a 3 jours", "2020-11-09")]
    [InlineData("le 15", "2020-10-15")]
    [InlineData("mardi 10", "2020-11-10")]
    [InlineData("le 10 courant", "2020-11-10")]
    [InlineData("lundi 9 de ce mois", "2020-11-09")]
    [InlineData("le 28 écoulé", "2020-10-28")]
    [InlineData("la nuit dernière", "2020-11-11")]
    [InlineData("la semaine passée, mardi", "2020-11-03")]
    [InlineData("lundi surpassé", "2020-11-02")]
    [InlineData("ce matin vers 10h", "2020-11-12")]
    [InlineData("il y a de cela 3 jours", "2020-11-09")]
    [InlineData("2019-août-1", "2019-08-01")]
    [InlineData("1er/11/2020", "2020-11-01")]
    [InlineData("10/O3/2020", "2020-03-10")]
    [InlineData("10112020", "2020-11-10")]
    [InlineData("12 mars de l'an dernier", "2019-03-12")]
    [InlineData("aujourd'hui jeudi", "2020-11-12")]
    [InlineData("9 septanbre", "2020-09-09")]
    [InlineData("vandredit", "2020-11-06")]
    [InlineData("le 3e jour du mois", "2020-11-03")]
    [InlineData("non pas hier, avant-hier", "2020-11-10")]
    public void ADayIsRead(string text, string day) => Assert.Equal(day, FrenchDates.Read(text, Thursday).Date?.ToString("yyyy-MM-dd", null));

    [Theory]
    [InlineData("31/02", RejectReasons.DateImpossible)]
    [InlineData("demain", RejectReasons.DateFuture)]
    [InlineData("13 novembre 2020", RejectReasons.DateFuture)]
    [InlineData("du 9 au 11 novembre", RejectReasons.DateRange)]
    [InlineData("cette semaine", RejectReasons.DateRange)]
    [InlineData("lundi ou mardi", RejectReasons.DateAmbiguous)]
    [InlineData("lundi 10 novembre", RejectReasons.WeekdayMismatch)]
    [InlineData("récemment", RejectReasons.DateVague)]
    [InlineData("oui", RejectReasons.NotADate)]
    [InlineData("un lundi", RejectReasons.DateVague)]
    [InlineData("9/11/020", RejectReasons.DateImpossible)]
    [InlineData("10/11 novembre", RejectReasons.DateRange)]
    [InlineData("veille de Noël", RejectReasons.DateVague)]
    [InlineData("la veille de la fête", RejectReasons.DateVague)]
    [InlineData("les mardis", RejectReasons.DateVague)]
    [InlineData("pas hier", RejectReasons.DateVague)]
    [InlineData("lundi en huit", RejectReasons.DateFuture)]
    [InlineData("il y a deux mois", RejectReasons.DateRange)]
    [InlineData("la 3e réunion", RejectReasons.NotADate)]
    public void WhatIsNoSingleDayIsRefusedWithItsReason(string text, string reason) => Assert.Equal(reason, FrenchDates.Read(text, Thursday).Reject);

    [Fact]
    public void NoTextThrows() => Gen.String.Sample(text =>
    {
        _ = Headcounts.Read(text);
        _ = FrenchNumbers.Read(text);
        _ = FrenchDates.Read(text, Thursday);
        _ = Folding.Fold(text);
    });

    [Fact]
    public void NoMixOfKnownWordsThrows() => Gen.Int[0, Known.Length - 1].List[0, 12].Sample(picks =>
        {
            var text = string.Join(' ', picks.Select(i => Known[i]));
            _ = Headcounts.Read(text);
            _ = FrenchDates.Read(text, Thursday);
        });

    [Fact]
    public void ArithmeticFillsOnlyWhatFollows() =>
        Assert.Equal(new Headcount(15, 6, 9), new Headcount(15, 6).Derived());
}
