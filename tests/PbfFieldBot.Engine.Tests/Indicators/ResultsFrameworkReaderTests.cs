using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Engine.Tests.Indicators;

public sealed class ResultsFrameworkReaderTests
{
    private const string Good = """
        project: { title: Projet, number: "N-1", start: 2020-01-01, end: 2021-12-31 }
        results:
          - { name: Résultat 1, level: resultat, code: "1", label: Un résultat }
          - { name: Produit 1.1, level: produit, code: "1.1", of: Résultat 1, label: Un produit }
        indicators:
          - code: "1.1.1"
            label: Personnes formées
            level: produit
            parent: Produit 1.1
            baseline: 0
            target: 30
            milestone: "15"
            counts:
              aggregation: sum
              dialog: formation
              value: "${participants_total}"
        """;

    [Fact]
    public void AGoodFileIsReadWithoutAProblem()
    {
        var findings = new Findings();
        var indicator = Assert.Single(ResultsFrameworkReader.Read(Good, ShippedDialogs.All, findings).Indicators);
        Assert.Empty(findings.Problems);
        Assert.Equal(("1.1.1", ResultLevel.Output, 30m, 15m), (indicator.Code, indicator.Level, indicator.Target, indicator.Milestone.Number));
        Assert.Equal(new DateOnly(2019, 12, 31), indicator.Opening.Date);
    }

    [Theory]
    [InlineData("aggregation: sum", "aggregation: somme", "indicateurs.yaml:14:20 : « somme » n'est pas une façon de compter ; choisissez parmi : count, sum, distinct, latest, ratio, change")]
    [InlineData("aggregation: sum", "aggregation: summ", "indicateurs.yaml:14:20 : « summ » n'est pas une façon de compter : vouliez-vous « sum » ?")]
    [InlineData("dialog: formation", "dialog: formations", "indicateurs.yaml:15:15 : le dialogue « formations » n'existe pas : vouliez-vous « formation » ?")]
    [InlineData("dialog: formation", "dialog: football", "indicateurs.yaml:15:15 : le dialogue « football » n'existe pas : nommez un dossier de dialogue")]
    [InlineData("dialog: formation", "dialog:", "indicateurs.yaml:15:14 : la clé « dialog » manque : ajoutez-la")]
    [InlineData("${participants_total}", "${participant_total}", "indicateurs.yaml:16:14 : « participant_total » n'est pas une question du dialogue « formation » : vouliez-vous « participants_total » ?")]
    [InlineData("${participants_total}", "${budget}", "indicateurs.yaml:16:14 : « budget » n'est pas une question du dialogue « formation »")]
    [InlineData("value: \"${participants_total}\"", "women: \"${women}\"", "indicateurs.yaml:14:7 : « sum » demande aussi la clé « value » : ajoutez-la")]
    [InlineData("value: \"${participants_total}\"", "value: \"1\"\n      needs: [women]", "indicateurs.yaml:17:14 : « needs » sans « needs_message » : dites pourquoi un rapport ne compte pas")]
    [InlineData("target: 30", "target: trente", "indicateurs.yaml:11:13 : « target » : un nombre est attendu (chiffres, point pour les décimales, sans %), pas « trente »")]
    [InlineData("parent: Produit 1.1", "parent: Produit 1.2", "indicateurs.yaml:9:13 : « Produit 1.2 » n'est pas un résultat ou un produit du bon niveau, déclaré plus haut sous « results »")]
    [InlineData("parent: Produit 1.1", "parent: Résultat 1", "indicateurs.yaml:9:13 : « Résultat 1 » n'est pas un résultat ou un produit du bon niveau, déclaré plus haut sous « results »")]
    [InlineData("start: 2020-01-01", "start: 01/01/2020", "indicateurs.yaml:1:49 : « start » : une date est attendue (2020-01-31), pas « 01/01/2020 »")]
    [InlineData("name: Produit 1.1", "name: Résultat 1", "indicateurs.yaml:4:13 : « Résultat 1 » est déjà pris plus haut : chaque résultat et chaque indicateur a le sien")]
    [InlineData("milestone:", "milstone:", "indicateurs.yaml:12:5 : la clé « milstone » n'est pas connue : vouliez-vous « milestone » ?")]
    public void AMistakeIsNamedWithItsLineAndItsMend(string right, string wrong, string problem)
    {
        var findings = new Findings();
        ResultsFrameworkReader.Read(Good.Replace(right, wrong, StringComparison.Ordinal), ShippedDialogs.All, findings);
        Assert.Contains(problem, findings.Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void ACodeThatIsTakenIsNamedAtItsSecondPlace()
    {
        var findings = new Findings();
        var again = Good[Good.IndexOf("  - code:", StringComparison.Ordinal)..];
        ResultsFrameworkReader.Read(Good + "\n" + again, ShippedDialogs.All, findings);
        Assert.Equal(("doubled_code", 17), (Assert.Single(findings.Problems).Code, findings.Problems[0].Line));
    }

    [Fact]
    public void ABadExpressionIsNamedAndTheRestIsStillRead()
    {
        var findings = new Findings();
        ResultsFrameworkReader.Read(Good.Replace("\"${participants_total}\"", "\"${participants_total\"", StringComparison.Ordinal).Replace("target: 30", "target: x", StringComparison.Ordinal), ShippedDialogs.All, findings);
        Assert.Equal(["decimal_expected", "bad_expression"], findings.Problems.Select(p => p.Code));
    }

    [Fact]
    public void ABrokenDialogIsNamedOnceAndNotAgainByEachIndicator()
    {
        var files = ShippedDialogs.Files.ToDictionary(f => f.Key, f => f.Value);
        files["formation/dialogue.yaml"] = files["formation/dialogue.yaml"].Replace("type: headcount", "type: headcout", StringComparison.Ordinal);
        var findings = new Findings();
        DialogCatalogReader.Read(files, findings);
        Assert.Equal(["formation/dialogue.yaml"], findings.Problems.Select(p => p.File).Distinct());
    }
}
