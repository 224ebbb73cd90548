using CsCheck;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.French;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Engine.Tests.French;

/// <summary>No text, of any length or script, makes a reader throw.</summary>
public sealed class AnyTextTests
{
    private const int Texts = 500;
    private static readonly DateOnly Today = new(2022, 3, 3);
    private static readonly PlaceNames Places = new(ShippedDialogs.Catalog.Places);
    private static readonly MessageReader Messages = new(Places);

    // Latin, Arabic, Tifinagh, N'Ko, Adlam, digits of several scripts, keycaps, emoji, combining marks, lone surrogates, blanks of all kinds.
    private static readonly string[] Pieces =
    [
        "a", "é", "œ", "ß", "N'", "réunion ", "du comité régional ", "15 ", "dont 6 femmes ", "h/f ", "12/6", "31/02/2022 ", "hier ", "non pardon ", "à ", "Mopti ", "pas ", "sur ", "radio ", "3 spots ", "le ", "1O", "000", "-", "/", ",", ".", ":", ";", "(", ")", "«", "\"", "\n", "\t",
        "\u0660\u0661\u0662", "\u06f5", "\u07c1\u07c2", "\uff11\uff12", "1\ufe0f\u20e3", "\u0633\u0644\u0627\u0645", "\u2d5c\u2d49", "\u07d2\u07de", "\ud83a\udd00", "\ud83d\ude4f", "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "e\u0301\u0301\u0301", "\ud800", "\udc00", "\u00a0", "\u202f", "\u200b", "\ufeff", "\u0000", "\u2044", "\u00bd", "\u00b2", "\u2160", "\u4e09", "999999999999999999999", "%", "+223 ",
    ];

    // What head counts are made of.
    private static readonly string[] Counts =
    [
        "12 ", "5", "31 ", "8", "une dizaine ", "total ", "au total ", "en tout ", "participants ", "personnes ", "femmes ", "hommes ", "jeunes ", "jeunes filles ", "f ", "h", "j", "g ", "t ", "dont ", "et ", "sur ", "parmi ", "soit ", "que des ", "tous ", "aucune ", "pas ", "non ", "pardon ", "mais c'est ", "absents ", "invités ", "animateurs ", "par commune ", "le ",
        "moins de 35 ans ", "de ", "des ", "étaient ", "nous ", "sont ", "confondus ", "néant ", "+", "=", "/", "-", ">", "\u2192", ":", "(", ")", ",", ".", "\n", "%", "cfa ", "maxi ", "\u2640", "1) ", "2) ",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Array[0, 60].Select(all => string.Concat(all.Select(i => Pieces[i]))),
        Gen.Char.Array[0, 200].Select(c => new string(c)),
        Gen.Select(Gen.Int[0, Pieces.Length - 1], Gen.Int[1, 5000], (piece, times) => string.Concat(Enumerable.Repeat(Pieces[piece], times))));

    [Fact]
    public void NoCountThrows() => Text.Sample(text => Headcounts.Read(text) is not null, iter: Texts);

    [Fact]
    public void NoMixOfWordsForPeopleThrows() => Gen.Int[0, Counts.Length - 1].Array[0, 12].Select(all => string.Concat(all.Select(i => Counts[i]))).Sample(text => Headcounts.Read(text) is not null, iter: 6 * Texts);

    [Fact]
    public void NoDateThrows() => Text.Sample(text => FrenchDates.Read(text, Today) is not null, iter: Texts);

    [Fact]
    public void NoDateThrowsOnTheLastDayOfFebruary() => Text.Sample(text => FrenchDates.Read(text, new DateOnly(2024, 2, 29)) is not null, iter: Texts);

    [Fact]
    public void NoPlaceThrows() => Text.Sample(text => Places.Read(text) is not null, iter: Texts);

    [Fact]
    public void NoMessageThrows() => Text.Sample(text => Messages.Read(text, Today) is not null, iter: Texts);
}
