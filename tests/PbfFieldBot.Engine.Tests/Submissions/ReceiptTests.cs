using CsCheck;
using PbfFieldBot.Engine.Submissions;
using Xunit;

namespace PbfFieldBot.Engine.Tests.Submissions;

public sealed class ReceiptTests
{
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static readonly Gen<string> Receipts = Gen.Select(Gen.OneOf(Gen.Const("MOP"), Gen.Const("SEG"), Gen.Const("NAT"), Gen.Const("OIL")), Gen.Long[1, 50_000_000], Receipt.For);

    [Fact]
    public void AReceiptIsShortAndSpeakable()
    {
        Assert.Matches("^MOP-[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]$", Receipt.For("MOP", 1));
        Assert.Matches("^NAT-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]$", Receipt.For("NAT", 29_792));
        Assert.Matches("^SEG-[2-9A-HJKMNP-Z]{6}-[2-9A-HJKMNP-Z]$", Receipt.For("SEG", 40_000_000));
    }

    [Fact]
    public void NoTwoSubmissionsShareAReceipt()
    {
        var bodies = Enumerable.Range(1, 100_000).Select(n => Receipt.For("MOP", n)[4..^2]).ToList();
        Assert.Equal(bodies.Count, bodies.Distinct().Count());
    }

    [Fact]
    public void NeighboursInTimeShareFewSigns()
    {
        var alike = Enumerable.Range(1, 1000).Count(n => Receipt.For("MOP", n)[4] == Receipt.For("MOP", n + 1)[4]);
        Assert.InRange(alike, 0, 100);
    }

    [Fact]
    public void EveryReceiptIsValid() => Receipts.Sample(Receipt.IsValid);

    [Fact]
    public void EverySingleWrongSignIsCaught() =>
        Gen.Select(Receipts, Gen.Int[0, 20], Gen.OneOf([.. (Signs + "OIL").Select(Gen.Const)])).Where((r, at, sign) => at < r.Length && r[at] is not '-' && r[at] != sign)
            .Sample((r, at, sign) => !Receipt.IsValid(r[..at] + sign + r[(at + 1)..]));

    [Fact]
    public void EverySwapOfNeighboursIsCaught() =>
        Gen.Select(Receipts, Gen.Int[0, 8]).Sample((receipt, at) =>
        {
            var signs = receipt.Replace("-", "", StringComparison.Ordinal).ToCharArray();
            if (at + 1 >= signs.Length || signs[at] == signs[at + 1])
                return true;
            (signs[at], signs[at + 1]) = (signs[at + 1], signs[at]);
            return Receipt.Read(new string(signs)) is null;
        });

    [Theory]
    [InlineData(" mop 7k3 ")]
    [InlineData("")]
    [InlineData("réunion")]
    public void WhatIsNoReceiptIsRefused(string text) => Assert.Null(Receipt.Read(text));

    [Fact]
    public void AReceiptIsReadAsPeopleTypeIt()
    {
        var receipt = Receipt.For("MOP", 77);
#pragma warning disable CA1308 // small letters are what people type
        Assert.Equal(receipt, Receipt.Read(" " + receipt.Replace('-', ' ').ToLowerInvariant()));
#pragma warning restore CA1308
    }
}
