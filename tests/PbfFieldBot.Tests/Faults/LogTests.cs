using System.Globalization;
using System.Text.Json.Nodes;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.TestKit.Telegram;
using PbfFieldBot.Tests.Channels.Telegram;
using Xunit;

namespace PbfFieldBot.Tests.Faults;

/// <summary>A whole talk at the most talkative level, with faults on the way: the log names events and ids, and nobody and nothing that was said.</summary>
[Trait("Ligne", "A12")]
[Trait("Ligne", "P11")]
public sealed class LogTests
{
    [Fact]
    public async Task NothingThatPeopleAreOrSayIsEverLogged()
    {
        await using var served = await ServedBot.StartAsync();
        var oumar = await served.EnrolAsync(Role.Coordinator, "CanariCoordonnateur");
        var aminata = await served.EnrolAsync(Role.Partner, "CanariNom", organisation: "OSC CanariOrganisation", kind: "osc");
        var sent = served.Telegram.Calls.Count(c => c.Method == "sendMessage");
        Break(served, "sendMessage", ScriptedFault.Refused("CanariRefus"));
        aminata.Say("aide");
        await served.CallsAsync("sendMessage", sent + 1);
        foreach (var (says, sees) in new[] { ("atelier", "Quel jour"), ("hier", "Où ?"), ("CanariVillage", "Je ne connais pas"), ("Koro", "Combien"), ("25 dont 9 femmes", "sujet"), ("CanariSujet, appelez le +223 70 12 34 56", "liste de présence") })
        {
            aminata.Say(says);
            await aminata.UntilAsync(sees);
        }

        aminata.SendPhoto("CanariPhoto");
        await aminata.UntilAsync("J'envoie ?");
        Break(served, "sendMessage", ScriptedFault.BadGateway, ScriptedFault.Cut, ScriptedFault.LoseAnswer);
        Break(served, "getUpdates", ScriptedFault.ServerError, ScriptedFault.Cut);
        Break(served, "answerCallbackQuery", ScriptedFault.ServerError);
        Break(served, "getFile", ScriptedFault.Refused("CanariFichier"));
        aminata.Tap("Oui");
        aminata.PressData("v1:a");
        aminata.PressData("CanariBouton");
        aminata.Say("/indicateurs CanariCommande");
        served.Telegram.Deliver(new JsonObject { ["message"] = new JsonObject { ["message_id"] = "CanariForme", ["chat"] = new JsonObject { ["id"] = aminata.ChatId, ["type"] = "private" } } });
        await aminata.UntilAsync("il est mis de côté");
        oumar.SendDocument("CanariDocument.docx", [1], "CanariIdentifiant");
        aminata.Say("aide");
        await aminata.UntilAsync("Écrivez");
        await oumar.NextAsync();
        await served.StopAsync();

        var lines = served.Logged.Split('\n');
        Assert.Contains(lines, l => l.StartsWith("Error UpdateFailed: ", StringComparison.Ordinal));
        Assert.All(lines, l => Assert.Matches("^[A-Z][a-z]+ [A-Z][A-Za-z]+: ", l));
        foreach (var personal in new[] { "Canari", "70 12 34 56", "Koro", FakeTelegram.Token, "AAFakeToken", Digits(aminata.ChatId), Digits(oumar.ChatId) })
            Assert.DoesNotContain(personal, served.Logged, StringComparison.OrdinalIgnoreCase);
    }

    private static void Break(ServedBot served, string method, params ReadOnlySpan<ScriptedFault> faults)
    {
        foreach (var fault in faults)
            served.Telegram.Break(method, fault);
    }

    private static string Digits(long id) => id.ToString(CultureInfo.InvariantCulture);
}
