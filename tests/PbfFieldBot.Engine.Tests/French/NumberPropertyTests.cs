using CsCheck;
using PbfFieldBot.Engine.French;
using Xunit;

namespace PbfFieldBot.Engine.Tests.French;

/// <summary>Any number that can be written is read back as itself, in each of the usual spellings.</summary>
public sealed class NumberPropertyTests
{
    private const int Largest = 999_999;
    private static readonly string[] Small = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"];
    private static readonly string[] Tens = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante"];
    private static readonly Gen<int> Any = Gen.OneOf(Gen.Int[0, 100], Gen.Int[0, 9999], Gen.Int[0, Largest]);

    [Fact]
    public void TheTraditionalSpellingIsReadBack() => Any.Sample(n => IsReadAs(n, Spelled(n)));

    [Fact]
    public void TheSpellingOf1990IsReadBack() => Any.Sample(n => IsReadAs(n, Spelled(n).Replace(' ', '-')));

    [Fact]
    public void WithoutHyphensItIsReadBack() => Any.Sample(n => IsReadAs(n, Spelled(n).Replace('-', ' ')));

    [Fact]
    public void WithoutAccentsInCapitalsItIsReadBack() => Any.Sample(n => IsReadAs(n, Spelled(n).ToUpperInvariant()));

    [Fact]
    public void TypedWithoutBlanksItIsReadBack() => Any.Sample(n => IsReadAs(n, Spelled(n).Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)));

    [Fact]
    public void WithDigitsGroupedByBlanksOrPointsItIsReadBack() => Any.Sample(n => IsReadAs(n, Grouped(n, ' ')) && IsReadAs(n, Grouped(n, '.')) && IsReadAs(n, Grouped(n, '\u202f')));

    [Fact]
    public void TwiceInWordsAndDigitsItIsReadBack() => Any.Sample(n => IsReadAs(n, $"{Spelled(n)} ({n})"));

    [Fact]
    public void OneLetterLeftOutOfALongWordDoesNotMatter() => Gen.Select(Gen.Int[3, 6].Select(tens => tens * 10), Gen.Int[1, 4]).Sample((n, at) => IsReadAs(n, Spelled(n).Remove(at, 1)));

    private static bool IsReadAs(int number, string text) => Headcounts.Read(text).Count is { Women: null, Men: null, Youth: null, Approximate: false } count && count.Total == number;

    private static string Grouped(int number, char sign) => number < 1000 ? $"{number}" : $"{number / 1000}{sign}{number % 1000:000}";

    private static string Spelled(int number)
    {
        if (number < 1000)
            return BelowThousand(number);
        var (thousands, rest) = (number / 1000, number % 1000);
        return (thousands == 1 ? "mille" : BelowThousand(thousands).Replace("cents", "cent", StringComparison.Ordinal).Replace("vingts", "vingt", StringComparison.Ordinal) + " mille") + (rest == 0 ? "" : " " + BelowThousand(rest));
    }

    private static string BelowThousand(int number)
    {
        if (number < 100)
            return BelowHundred(number);
        var (hundreds, rest) = (number / 100, number % 100);
        return (hundreds == 1 ? "cent" : Small[hundreds] + " cent" + (rest == 0 ? "s" : "")) + (rest == 0 ? "" : " " + BelowHundred(rest));
    }

    private static string BelowHundred(int number) => number switch
    {
        < 20 => Small[number],
        80 => "quatre-vingts",
        > 80 => "quatre-vingt-" + Small[number - 80],
        71 => "soixante et onze",
        > 69 => "soixante-" + Small[number - 60],
        _ => Tens[number / 10] + (number % 10) switch { 0 => "", 1 => " et un", var unit => "-" + Small[unit] },
    };
}
