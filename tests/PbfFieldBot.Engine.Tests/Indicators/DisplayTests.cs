using PbfFieldBot.Engine.Indicators;
using Xunit;

namespace PbfFieldBot.Engine.Tests.Indicators;

public sealed class DisplayTests
{
    private static readonly Indicator People = new("1.1.1", "") { BySexAndAge = true };

    [Theory]
    [InlineData(15, 6, "15 dont 6 femmes")]
    [InlineData(1, 1, "1 dont 1 femme")]
    [InlineData(15, null, "15")]
    [InlineData(15, 0, "15")]
    [InlineData(0, 0, "0")]
    [InlineData(1200, 1000, "1\u00a0200 dont 1\u00a0000 femmes")]
    public void PeopleAreShownWithTheWomenAmongThem(int value, int? women, string shown) => Assert.Equal(shown, Display.Of(People, value, women));

    [Theory]
    [InlineData("35", "35 %")]
    [InlineData("35.5", "35,5 %")]
    [InlineData("0", "0")]
    public void APercentageHasItsSignAndANoughtStaysBare(string value, string shown) =>
        Assert.Equal(shown, Display.Of(People with { Unit = IndicatorUnit.Percent }, decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), null));

    [Fact]
    public void WhatExistsIsOne() => Assert.Equal("1", Display.Of(new Indicator("1.1", "") { Unit = IndicatorUnit.YesNo }, 1, null));

    [Fact]
    public void OtherIndicatorsNeverTellWomen() => Assert.Equal("2", Display.Of(new Indicator("2.2.2", ""), 2, 12));
}
