using PbfFieldBot.Engine.French;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Engine.Tests.French;

/// <summary>One answer that corrects itself: the value said last holds.</summary>
public sealed class SelfCorrectionTests
{
    [Theory]
    [InlineData("non pardon 16", 16, null)]
    [InlineData("15 non pardon 16", 16, null)]
    [InlineData("15, euh 16 personnes", 16, null)]
    [InlineData("20 participants dont 8 femmes pardon 9 femmes", 20, 9)]
    [InlineData("20 dont 8 femmes non 9", 20, 9)]
    [InlineData("16 pas 15", 16, null)]
    public void TheLaterCountHolds(string text, int total, int? women)
    {
        var count = Headcounts.Read(text).Count;
        Assert.Equal((total, women), (count?.Total, count?.Women));
    }

    [Theory]
    [InlineData("lundi, euh mardi", "2020-11-10")]
    [InlineData("hier non avant-hier", "2020-11-10")]
    [InlineData("pas hier, lundi", "2020-11-09")]
    [InlineData("mardi pas lundi", "2020-11-10")]
    public void TheLaterDayHolds(string text, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), FrenchDates.Read(text, new DateOnly(2020, 11, 12)).Date);

    [Theory]
    [InlineData("Koro non Bankass")]
    [InlineData("pas Koro, Bankass")]
    [InlineData("pas à Koro mais à Bankass")]
    [InlineData("Bankass pas Koro")]
    public void TheLaterPlaceHolds(string text) => Assert.Equal("Bankass", new PlaceNames(ShippedDialogs.Catalog.Places).Read(text).Place?.Name);
}
