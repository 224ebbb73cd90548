using System.Globalization;
using CsCheck;
using PbfFieldBot.Engine.French;
using Xunit;

namespace PbfFieldBot.Engine.Tests.French;

/// <summary>Any day of the last two years is read back as itself, in each of the usual ways of writing it.</summary>
public sealed class DatePropertyTests
{
    private static readonly DateOnly Today = new(2024, 3, 14);
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 730].Select(back => Today.AddDays(-back));

    [Theory]
    [InlineData("dd/MM/yyyy")]
    [InlineData("d/M/yy")]
    [InlineData("d.M.yyyy")]
    [InlineData("d-M-yy")]
    [InlineData("yyyy-MM-dd")]
    [InlineData("ddMMyyyy")]
    [InlineData("d MMMM yyyy")]
    [InlineData("'le' dddd d MMMM yyyy")]
    [InlineData("dddd d/M/yyyy")]
    [InlineData("d MMM yy")]
    [InlineData("dd-MMM-yyyy")]
    [InlineData("yyyy/MMM/d")]
    public void AWholeDateIsReadBack(string format) => Day.Sample(day => Read(day.ToString(format, French)) == day);

    [Theory]
    [InlineData("d/M")]
    [InlineData("d MMMM")]
    [InlineData("'le' d MMM")]
    [InlineData("dddd d MMMM")]
    public void WithoutAYearItIsTheLastOnePast(string format) => Gen.Int[0, 364].Select(back => Today.AddDays(-back)).Sample(day => Read(day.ToString(format, French)) == day);

    [Fact]
    public void AWeekdayIsTheLastOnePast() => Gen.Int[1, 7].Sample(back => Read(Today.AddDays(-back).ToString("dddd", French)) == Today.AddDays(-back));

    [Fact]
    public void ANumberOfDaysAgoIsReadBack() => Gen.Int[1, 99].Sample(back => Read($"il y a {back} jours") == Today.AddDays(-back));

    [Fact]
    public void ADayToComeIsNeverRead() => Gen.Int[1, 300].Sample(ahead => Read(Today.AddDays(ahead).ToString("d/M/yyyy", French)) is null);

    private static DateOnly? Read(string text) => FrenchDates.Read(text, Today).Date;
}
