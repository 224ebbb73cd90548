using PbfFieldBot.Engine.Submissions;
using Xunit;

namespace PbfFieldBot.Engine.Tests.Conversations;

/// <summary>Words that correct an answer, and the help that grows with wrong answers.</summary>
public sealed class AmendingTests
{
    private const string Report = "Sensibilisation hier à Koro, 45 personnes dont 20 femmes";
    private readonly Talker partner = new();

    [Theory]
    [InlineData("non, 46 participants", "46 (20 femmes, 26 hommes)")]
    [InlineData("plutôt 12 femmes", "45 (12 femmes, 33 hommes)")]
    [InlineData("pardon 50 personnes dont 25 femmes", "50 (25 femmes, 25 hommes)")]
    [InlineData("non 47", "47 (20 femmes, 27 hommes)")]
    [InlineData("il y avait aussi 15 jeunes", "45 (20 femmes, 25 hommes, 15 jeunes)")]
    public void OnTheRecapWordsCorrectThePeople(string correction, string people)
    {
        partner.Say(Report);
        Assert.Contains("C'est corrigé.\n\nVoici votre rapport : Sensibilisation\n", partner.Say(correction), StringComparison.Ordinal);
        Assert.Contains("• Participants : " + people + "\n", partner.Heard[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c'était lundi", "• Date : lundi 9 novembre 2020")]
    [InlineData("pas hier, avant-hier", "• Date : mardi 10 novembre 2020")]
    [InlineData("pas Koro, Bankass", "• Lieu : cercle de Bankass")]
    [InlineData("c'était à Bankass", "• Lieu : cercle de Bankass")]
    [InlineData("sujet : la paix", "• Sujet : la paix")]
    [InlineData("la date c'est le 7", "• Date : samedi 7 novembre 2020")]
    public void OnTheRecapWordsCorrectDayPlaceAndSubject(string correction, string line)
    {
        partner.Say(Report);
        Assert.Contains(line, partner.Say(correction), StringComparison.Ordinal);
        Assert.Contains("C'est corrigé.", partner.Heard[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ACorrectionThatContradictsIsToldAndChangesNothing()
    {
        partner.Say(Report);
        Assert.StartsWith("Il y a plus de femmes que de participants.", partner.Say("non 50 femmes"), StringComparison.Ordinal);
        Assert.Equal(20, partner.People.Women);
    }

    [Fact]
    public void ACorrectionToAnAmbiguousPlaceIsAsked()
    {
        partner.Say(Report);
        Assert.Equal("« Somo » : quel lieu voulez-vous dire ?", partner.Say("non, Somo"));
        Assert.Contains("• Lieu : Somo (cercle de San)", partner.Say("2"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("merci")]
    [InlineData("que Dieu vous bénisse")]
    public void WordsThatCorrectNothingLeaveTheRecap(string words)
    {
        partner.Say(Report);
        Assert.StartsWith("Répondez « oui » pour envoyer", partner.Say(words), StringComparison.Ordinal);
    }

    [Fact]
    public void InTheMiddleACorrectionChangesTheAnswerBefore()
    {
        foreach (var answer in (string[])["sensibilisation", "hier", "Koro", "15"])
            partner.Say(answer);
        Assert.Equal("C'est corrigé.\n• Participants : 16\n\nCombien de femmes parmi les 16 ?\nÉcrivez un nombre, « aucune » ou « je ne sais pas ».", partner.Say("non pardon 16"));
        partner.Say("6");
        Assert.StartsWith("C'est corrigé.\n• Date : lundi 9 novembre 2020\n", partner.Say("pardon, c'était lundi"), StringComparison.Ordinal);
    }

    [Fact]
    public void AfterARefusalACorrectionAnswersTheQuestionAsked()
    {
        foreach (var answer in (string[])["sensibilisation", "hier", "Koro", "-25", "non pardon 25"])
            partner.Say(answer);
        Assert.Equal(25, partner.People.Total);
    }

    [Fact]
    public void HelpForADateGrowsFromASentenceToButtonsAndAPerson()
    {
        partner.Say("sensibilisation");
        Assert.Equal("Il me faut un jour précis, par exemple « lundi » ou « 12/11 ».", partner.Say("l'autre jour"));
        Assert.EndsWith("\nExemples : hier, lundi, 12/11.", partner.Say("l'autre jour"), StringComparison.Ordinal);
        Assert.EndsWith("\nBesoin d'aide ? Appelez Awa, 20 00 00 00.", partner.Say("l'autre jour"), StringComparison.Ordinal);
        Assert.Equal(["Aujourd'hui", "Hier", "Avant-hier", "Plus tard", "Annuler"], partner.Buttons);
        partner.Say("hier");
        Assert.Equal(new DateAnswer(new DateOnly(2020, 11, 11)), partner.Answer("date"));
    }

    [Fact]
    public void HelpForAPlaceEndsWithTheCerclesOfThePersonsRegion()
    {
        foreach (var answer in (string[])["sensibilisation", "hier", "xxxx", "qsdf", "zzzz"])
            partner.Say(answer);
        Assert.Equal(["Bandiagara", "Bankass", "Djenné", "Douentza", "Koro", "Mopti", "Ténenkou", "Youwarou", "Retour", "Plus tard", "Annuler"], partner.Buttons);
    }

    [Fact]
    public void ANumberThatNobodyStatedIsNeverProposed()
    {
        foreach (var answer in (string[])["sensibilisation", "hier", "Koro", "beaucoup", "beaucoup", "beaucoup"])
            partner.Say(answer);
        Assert.Equal(["Retour", "Plus tard", "Annuler"], partner.Buttons);
    }

    [Fact]
    public void AWholeReportInOneMessageCostsTwoMessagesAndLittleText()
    {
        partner.Say("Sensibilisation hier à Koro sur la paix, 45 personnes dont 20 femmes");
        partner.Say("oui");
        Assert.NotNull(partner.Sent);
        var bytes = partner.Heard.Sum(r => System.Text.Encoding.UTF8.GetByteCount(r.Text) + r.Rows.SelectMany(b => b).Sum(b => System.Text.Encoding.UTF8.GetByteCount(b.Label + b.Data)));
        Assert.True(partner.Heard.Count <= 2 && bytes <= 800, $"{partner.Heard.Count} messages, {bytes} bytes");
    }
}
