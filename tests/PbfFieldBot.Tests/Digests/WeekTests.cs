using PbfFieldBot.Digests;
using Xunit;

namespace PbfFieldBot.Tests.Digests;

[Trait("Base", "sqlite")]
public sealed class WeekTests
{
    [Theory]
    [Trait("Ligne", "F21")]
    [InlineData("2020-W27", "2020-06-29")]
    [InlineData("2020-W53", "2020-12-28")]
    [InlineData("2026-W01", "2025-12-29")]
    [InlineData("2026-W53", "2026-12-28")]
    public void AWeekBeginsOnItsMonday(string text, string monday) =>
        Assert.Equal(DateOnly.Parse(monday, System.Globalization.CultureInfo.InvariantCulture), Week.Parse(text)!.Monday);

    [Theory]
    [InlineData("2021-W53")]
    [InlineData("2020-W00")]
    [InlineData("2020-27")]
    [InlineData("semaine 27")]
    public void WhatIsNoWeekIsRefused(string text) => Assert.Null(Week.Parse(text));

    [Fact]
    public void EachDayOfTwentyYearsBelongsToTheWeekThatItIsReadBackFrom()
    {
        for (var day = new DateOnly(2015, 1, 1); day.Year < 2035; day = day.AddDays(1))
        {
            var week = Week.Of(day);
            Assert.True(week.Monday <= day && day <= week.Sunday && Week.Parse(week.ToString()) == week);
        }
    }
}
