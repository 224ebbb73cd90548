using PbfFieldBot.Commands;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Tests.Dialogs;

[Trait("Base", "sqlite")]
public sealed class ShippedDialogsTests
{
    private static readonly string[] People = ["people:", "  - { id: Oumar, role: coordinator, area: tout }", "talk:"];

    [Fact]
    public async Task EveryWrittenConversationGoesAsWritten()
    {
        var findings = new Findings();
        await PlayedParcours.PlayAsync(ShippedDialogs.Files, ShippedDialogs.Catalog, findings, CancellationToken.None);
        Assert.Empty(findings.Problems);
    }

    [Fact]
    public void EveryDialogHasAConversationWordForWordAndOneByQuestion()
    {
        foreach (var dialog in ShippedDialogs.All)
        {
            Assert.Contains(dialog.Id + "/parcours/mot-a-mot.yaml", ShippedDialogs.Files.Keys);
            Assert.Contains(dialog.Id + "/parcours/par-question.yaml", ShippedDialogs.Files.Keys);
        }
    }

    [Fact]
    public async Task AFailedExpectationAndAQuestionLeftOpenHaveTheirLine() =>
        Assert.Equal(
            [
                "mesure/parcours/a.yaml:5:1 : la conversation ne se déroule pas comme écrit : « quel village » était attendu ; le bot a dit : Quel indicateur ?\nÉcrivez le code, par exemple 1.1.",
                "mesure/parcours/a.yaml:5:1 : Oumar reste sans réponse à « indicator » quand la conversation finit : ajoutez la réponse",
            ],
            await PlayAsync("  - { from: Oumar, says: mesure, expect: quel village }"));

    [Fact]
    public async Task AnAnswerToNoQuestionHasItsLine() =>
        Assert.Equal(
            ["mesure/parcours/a.yaml:5:45 : « couleur » répond à une question qu'aucun dialogue ne pose : corrigez le nom"],
            await PlayAsync("  - { from: Oumar, says: mesure, answers: { couleur: bleu } }"));

    private static async Task<string[]> PlayAsync(string line)
    {
        var findings = new Findings();
        var files = new Dictionary<string, string> { ["mesure/parcours/a.yaml"] = string.Join('\n', ["today: 2020-11-12", .. People, line]) };
        await PlayedParcours.PlayAsync(files, ShippedDialogs.Catalog, findings, CancellationToken.None);
        return [.. findings.Problems.Select(p => p.ToString())];
    }
}
