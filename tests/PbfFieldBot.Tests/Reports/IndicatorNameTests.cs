using PbfFieldBot.Reports.Table;
using Xunit;

namespace PbfFieldBot.Tests.Reports;

public sealed class IndicatorNameTests
{
    [Theory]
    [InlineData("Indicateur 1.1.1\nNombre des personnes", "1.1.1", "Nombre des personnes")]
    [InlineData("Indicateur 1.1.1 : Nombre", "1.1.1", "Nombre")]
    [InlineData("Indicateur 1.1.1Nombre", "1.1.1", "Nombre")]
    [InlineData("Indicateur 1.1.1. 15 radios", "1.1.1", "15 radios")]
    [InlineData("Indicator 1.1.1a Number", "1.1.1a", "Number")]
    [InlineData("Indicateur n\u00b0 2.1 : Taux", "2.1", "Taux")]
    [InlineData("INDICATEUR1.2", "1.2", "")]
    [InlineData("Indicateur 1 .1. 1 Nombre", "1.1.1", "Nombre")]
    [InlineData("Indicateur\n1.1.1\nNombre", "1.1.1", "Nombre")]
    [InlineData("Output Indicator 1.1.1 Number.", "1.1.1", "Number.")]
    [InlineData("Indicateur de produit 1.1.1", "1.1.1", "")]
    public void ANameIsReadAsTemplatesWriteIt(string text, string code, string label) => Assert.Equal(new IndicatorName(code, label), IndicatorName.Of(text));

    [Theory]
    [InlineData("Produit 1.1 Le Secr\u00e9tariat")]
    [InlineData("1.1")]
    [InlineData("Indicateurs")]
    [InlineData("Etapes d'indicateur 1.1.1")]
    [InlineData("Voir l'indicateur 1.1.1")]
    [InlineData("")]
    public void OtherTextsAreNoNames(string text) => Assert.Null(IndicatorName.Of(text));
}
