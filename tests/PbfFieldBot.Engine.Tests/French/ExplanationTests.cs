using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.French;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Engine.Tests.French;

public sealed class ExplanationTests
{
    private static readonly DateOnly Today = new(2020, 11, 12);
    private static readonly PlaceNames Places = new(ShippedDialogs.Catalog.Places);

    [Fact]
    public void ACountNamesEachNumberAndWhomItCounts() => Assert.Equal(
        [new TracedWords("15", "number", "15"), new TracedWords("6", "number.women", "6")], Explain.Count("15 dont 6 femmes"));

    [Fact]
    public void ANumberBesideAPeoplesCountIsAside() => Assert.Equal(
        [new TracedWords("20", "number.everybody", "20"), new TracedWords("4", "aside", "4")], Explain.Count("20 personnes de 4 communes"));

    [Fact]
    public void ADateAndAPlaceNameTheirWords()
    {
        Assert.Equal([new TracedWords("lundi 9", "date", "2020-11-09")], Explain.Date("lundi 9", Today));
        Assert.Equal([new TracedWords("duentza", "place.heard", "ML0504")], Explain.Place("duentza", Places));
    }

    [Fact]
    public void AMessageNamesTheRuleOfEachPiece() => Assert.Equal(
        ["formation = kind", "Niono = place", "hier = date", "25 participants = people", "9 femmes = people", "15000 = aside.money", "10h = aside.hour", "osc = audience"],
        new MessageReader(Places).Explain("Formation OSC à Niono hier, 25 participants dont 9 femmes, sono 15000 f, fini à 10h", Today).Select(e => e.Words.Replace("Formation", "formation", StringComparison.Ordinal) + " = " + e.Rule));

    [Fact]
    public void AMessageThatIsNoReportSaysWhy() => Assert.Equal(
        [new TracedWords("La formation est annulée", "no_report.cancelled")], new MessageReader(Places).Explain("La formation est annulée", Today));
}
