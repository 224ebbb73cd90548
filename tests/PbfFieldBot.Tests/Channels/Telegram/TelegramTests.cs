using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.TestKit.Telegram;
using Xunit;

namespace PbfFieldBot.Tests.Channels.Telegram;

public sealed class TelegramTests
{
    [Fact]
    public async Task AReportByWordsReachesItsReceiptAndItsCoordinator()
    {
        await using var served = await ServedBot.StartAsync();
        var oumar = await served.EnrolAsync(Role.Coordinator, "Oumar");
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata", organisation: "Comité régional de Mopti", kind: "comite");
        foreach (var words in (string[])["atelier", "hier", "Koro", "25 dont 9 femmes", "passer", "passer", "passer"])
        {
            aminata.Say(words);
            await aminata.NextAsync();
        }

        aminata.Say("oui");
        Assert.Contains("Reçu, n° MOP-", (await aminata.NextAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("25 (9 femmes, 16 hommes)", (await oumar.UntilAsync("À valider")).Text, StringComparison.Ordinal);
        oumar.Tap("Approuver");
        await aminata.UntilAsync("est validé");
    }

    [Fact]
    public async Task AReportByButtonsReachesItsReceipt()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata", organisation: "Radio Foko", kind: "radio");
        aminata.Tap("Diffusion radio");
        await aminata.UntilAsync("Quel jour");
        foreach (var words in (string[])["hier", "Ségou", "3", "30"])
        {
            aminata.Say(words);
            await aminata.NextAsync();
        }

        aminata.Tap("Peul");
        await aminata.UntilAsync("Noté : Peul");
        aminata.Tap("Bambara");
        await aminata.UntilAsync("Noté : Bambara, Peul");
        aminata.Tap("C'est tout");
        await aminata.UntilAsync("Quel était le message");
        aminata.Tap("Passer");
        Assert.Contains("• Radio : Radio Foko", (await aminata.UntilAsync("Voici votre rapport")).Text, StringComparison.Ordinal);
        aminata.Tap("Oui");
        await aminata.UntilAsync("Reçu, n° SEG-");
    }

    [Fact]
    [Trait("Ligne", "B08")]
    public async Task AnOldButtonIsAnsweredKindlyAndAnswersNothing()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata", organisation: "OSC Benkadi", kind: "osc");
        aminata.Say("formation");
        await aminata.UntilAsync("Qui a été formé");
        aminata.Tap("Parlementaires");
        await aminata.UntilAsync("Quel jour");
        aminata.TapOld("Radios");
        var answer = (await aminata.NextAsync()).Text;
        Assert.Contains("Ce bouton n'est plus actif.", answer, StringComparison.Ordinal);
        Assert.Contains("Quel jour a eu lieu la formation ?", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheConversationGoesOnAfterARestart()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata", organisation: "OSC Benkadi", kind: "osc");
        aminata.Say("atelier");
        await aminata.UntilAsync("Quel jour");
        aminata.Say("hier");
        await aminata.UntilAsync("Où ?");
        await served.RestartAsync();
        aminata.Say("Bandiagara");
        await aminata.UntilAsync("Combien de participants ?");
    }

    [Fact]
    public async Task AStrangerGetsOnePoliteAnswerAndNothingIsKept()
    {
        await using var served = await ServedBot.StartAsync();
        var stranger = served.Telegram.NewPhone();
        stranger.Say("Bonjour, c'est quoi ce bot ?");
        stranger.Say("Allo ?");
        await stranger.NextAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata");
        aminata.Say("menu");
        await aminata.NextAsync();
        Assert.Single(stranger.Screen);
        await using var db = served.Database.NewContext();
        Assert.DoesNotContain(db.People, p => p.ChatId == stranger.ChatId);
    }

    [Fact]
    [Trait("Ligne", "F07")]
    public async Task TheSameUpdateTwiceIsHandledOnce()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata");
        aminata.Say("atelier");
        await aminata.UntilAsync("Quel jour");
        served.Telegram.DeliverAgain();
        aminata.Say("hier");
        await aminata.UntilAsync("Où ?");
        Assert.Single(aminata.Screen, m => m.Text.StartsWith("Quel jour", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ALostAnswerCountsNothingTwice()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata");
        served.Telegram.Break("sendMessage", ScriptedFault.LoseAnswer);
        aminata.Say("aide");
        await aminata.NextAsync();
        served.Telegram.Break("sendMessage", ScriptedFault.BadGateway);
        aminata.Say("atelier");
        await aminata.UntilAsync("Quel jour");
        Assert.True(served.Telegram.Calls.Count(c => c.Method == "sendMessage") <= 6);
    }

    [Fact]
    [Trait("Ligne", "A12")]
    public async Task NeitherTokenNorProfileNamesAreLoggedOrStored()
    {
        await using var served = await ServedBot.StartAsync();
        served.Telegram.Break("getUpdates", ScriptedFault.BadGateway);
        served.Telegram.Break("sendMessage", ScriptedFault.Cut);
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata");
        aminata.Say("atelier");
        await aminata.UntilAsync("Quel jour");
        Assert.DoesNotContain(FakeTelegram.Token, served.Logged, StringComparison.Ordinal);
        Assert.DoesNotContain("AAFakeToken", served.Logged, StringComparison.Ordinal);
        await using var db = served.Database.NewContext();
        Assert.DoesNotContain(db.People, p => p.Name.Contains(PartnerPhone.CanaryName));
    }

    [Fact]
    [Trait("Ligne", "B08")]
    public async Task EachPressIsAnsweredSoThatTheButtonStopsTurning()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata", kind: "osc", organisation: "OSC Benkadi");
        aminata.Tap("Atelier");
        await aminata.UntilAsync("Quel jour");
        aminata.PressData("n'importe quoi");
        await aminata.NextAsync();
        await AnswersAsync(2);
        Assert.Equal(2, Answers());

        // Presses are answered beside the talk, before or after what is said; the guard is against hanging only.
        async Task AnswersAsync(int wanted)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (Answers() < wanted)
                await Task.Delay(10, patience.Token);
        }

        int Answers() => served.Telegram.Calls.Count(c => c.Method == "answerCallbackQuery");
    }
}
