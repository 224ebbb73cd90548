using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.TestKit.Telegram;
using PbfFieldBot.Tests.Channels.Telegram;
using Xunit;

namespace PbfFieldBot.Tests.Faults;

/// <summary>Answers that say nothing: each question is asked again with what it expects, nothing is stored for it, and after the third there is a way out.</summary>
[Trait("Ligne", "B04")]
public sealed class OddAnswerTests
{
    [Fact]
    public async Task WhatSaysNothingIsAnsweredByWhatIsExpectedAndAfterThreeTriesByAWayOut()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata", organisation: "OSC Benkadi", kind: "osc");
        aminata.Say("atelier");
        await aminata.UntilAsync("Quel jour");
        foreach (var (expected, question, wayOut, answer, next) in new[]
        {
            ("Écrivez par exemple « hier », « lundi » ou « 12/11 ».", "Quel jour a eu lieu l'atelier ?", "« aide »", "hier", "Où ?"),
            ("Écrivez le nom de la commune ou du cercle.", "Où ?", "« aide »", "Koro", "Combien de participants ?"),
            ("Écrivez un nombre entier, par exemple 15.", "Combien de participants ?", "« aide »", "20 dont 5 femmes", "Quel était le sujet"),
            ("Quel était le sujet de l'atelier ? (facultatif)", "Quel était le sujet de l'atelier ?", "« passer »", "passer", "liste de présence"),
            ("Envoyez une photo, ou écrivez « passer ».", "Avez-vous une photo", "« passer »", "passer", "J'envoie ?"),
        })
        {
            foreach (var nothing in new[] { "\U0001F600\U0001F44D", ".", "   " })
            {
                aminata.Say(nothing);
                var again = (await aminata.NextAsync()).Text;
                Assert.True(again.Contains(expected, StringComparison.Ordinal) || again.Contains(question, StringComparison.Ordinal), again);
            }

            Assert.Contains(wayOut, aminata.Screen[^1].Text, StringComparison.Ordinal);
            Assert.Contains("+223 00 00 00 00", aminata.Screen[^1].Text, StringComparison.Ordinal);
            aminata.Say(answer);
            await aminata.UntilAsync(next);
        }

        aminata.Say("\U0001F44D");
        await aminata.UntilAsync("Répondez « oui » pour envoyer");
        await using var db = served.Database.NewContext();
        Assert.Equal(0, await db.Submissions.CountAsync(CancellationToken.None));
        Assert.Equal(0, await db.SetAsideUpdates.CountAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("""{"sticker":{"file_id":"v","file_unique_id":"u","type":"regular","width":1,"height":1,"is_animated":false,"is_video":false}}""", "Merci ! Mais j'ai besoin de mots pour répondre.\nQuel jour a eu lieu l'atelier ?")]
    [InlineData("""{"voice":{"file_id":"v","file_unique_id":"u","duration":3}}""", "Je ne peux pas écouter les messages vocaux. Merci d'écrire votre réponse en quelques mots.\nQuel jour a eu lieu l'atelier ?")]
    public async Task WithAKindSentenceTheQuestionComesAgain(string content, string answer)
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata");
        aminata.Say("atelier");
        await aminata.UntilAsync("Quel jour");
        aminata.Send(JsonNode.Parse(content)!.AsObject());
        Assert.StartsWith(answer, (await aminata.NextAsync()).Text, StringComparison.Ordinal);
    }
}
