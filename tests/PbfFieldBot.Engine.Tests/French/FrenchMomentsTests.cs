using System.Globalization;
using PbfFieldBot.Engine.French;
using Xunit;

namespace PbfFieldBot.Engine.Tests.French;

public sealed class FrenchMomentsTests
{
    // A Wednesday, ten past nine in the morning.
    private static readonly DateTime Now = new(2026, 11, 25, 9, 10, 0);

    [Theory]
    [InlineData("vendredi à 18h", "2026-11-27 18:00")]
    [InlineData("vendredi 18 h 30", "2026-11-27 18:30")]
    [InlineData("vendredi", "2026-11-27 09:00")]
    [InlineData("mercredi", "2026-12-02 09:00")]
    [InlineData("mercredi à 17h", "2026-11-25 17:00")]
    [InlineData("mercredi à 8h", "2026-12-02 08:00")]
    [InlineData("vendredi prochain à midi", "2026-11-27 12:00")]
    [InlineData("demain", "2026-11-26 09:00")]
    [InlineData("demain matin", "2026-11-26 08:00")]
    [InlineData("demain après-midi", "2026-11-26 15:00")]
    [InlineData("après-demain à 7h", "2026-11-27 07:00")]
    [InlineData("ce soir", "2026-11-25 18:00")]
    [InlineData("à 18h", "2026-11-25 18:00")]
    [InlineData("à 8h", "2026-11-26 08:00")]
    [InlineData("9:30", "2026-11-25 09:30")]
    [InlineData("dans 2 heures", "2026-11-25 11:10")]
    [InlineData("dans trois jours", "2026-11-28 09:00")]
    [InlineData("dans une semaine à 10h", "2026-12-02 10:00")]
    [InlineData("la semaine prochaine", "2026-11-30 09:00")]
    [InlineData("le 28 à 10h", "2026-11-28 10:00")]
    [InlineData("le 3", "2026-12-03 09:00")]
    [InlineData("28/11 à 9h", "2026-11-28 09:00")]
    [InlineData("le 5 janvier", "2027-01-05 09:00")]
    [InlineData("VENDREDI A 18H", "2026-11-27 18:00")]
    public void ATimeToComeIsRead(string text, string expected) =>
        Assert.Equal(expected, FrenchMoments.Read(text, Now)?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("bientôt")]
    [InlineData("ce matin à 8h")]
    [InlineData("dans 900 jours")]
    public void WhatNamesNoTimeToComeIsNotGuessed(string text) => Assert.Null(FrenchMoments.Read(text, Now));

    [Theory]
    [InlineData("2 semaines", 14)]
    [InlineData("une semaine", 7)]
    [InlineData("quinze jours", 15)]
    [InlineData("pendant deux mois", 60)]
    [InlineData("10 j", 10)]
    [InlineData("longtemps", null)]
    [InlineData("5 ans", null)]
    [InlineData("800 jours", null)]
    public void ALengthOfTimeIsReadInDays(string text, int? days) => Assert.Equal(days, FrenchMoments.Days(text));
}
