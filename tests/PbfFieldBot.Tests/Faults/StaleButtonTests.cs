using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.TestKit.Telegram;
using PbfFieldBot.Tests.Channels.Telegram;
using Xunit;

namespace PbfFieldBot.Tests.Faults;

/// <summary>Buttons whose time is over: each press is answered once and kindly, changes nothing, and takes the old buttons from the screen.</summary>
[Trait("Ligne", "B08")]
public sealed class StaleButtonTests
{
    private const string Old = "Ce bouton n'est plus actif.";

    [Fact]
    public async Task PressedTwiceInAMomentAReportIsSentOnce()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await DraftAsync(served);
        aminata.Tap("Oui");
        aminata.Tap("Oui");
        await aminata.UntilAsync("Reçu, n° ");
        await aminata.UntilAsync(Old);
        await AllAnsweredOnceAsync(served, 2);
        await using var db = served.Database.NewContext();
        Assert.Equal(1, await db.Submissions.CountAsync(CancellationToken.None));
    }

    [Fact]
    public async Task ThePressOfAReportThatIsOverLeavesTheScreenWithoutItsButtons()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await DraftAsync(served);
        var recap = aminata.Screen[^1];
        aminata.Tap("Annuler");
        await aminata.UntilAsync("C'est annulé");
        aminata.TapOld("Oui");
        await aminata.UntilAsync(Old);
        await served.CallsAsync("editMessageReplyMarkup", 1);
        Assert.Equal(recap.Id, (int)Assert.Single(served.Telegram.Calls, c => c.Method == "editMessageReplyMarkup").Body["message_id"]!);
        Assert.Empty(aminata.Screen.Single(m => m.Id == recap.Id).Buttons);
        Assert.NotEmpty(aminata.Screen[^1].Buttons);
        await using var db = served.Database.NewContext();
        Assert.Equal(0, await db.Submissions.CountAsync(CancellationToken.None));
    }

    [Fact]
    public async Task APressOnAMessageThatTelegramHidesIsAnsweredLikeAnyOther()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await DraftAsync(served);
        var yes = aminata.Screen[^1].Buttons.Single(b => b.Label == "Oui").Data;
        aminata.PressInaccessible("q1:Yes", 1);
        await aminata.UntilAsync(Old);
        aminata.PressInaccessible(aminata.Screen[^1].Buttons.Single(b => b.Label == "Oui").Data, 2);
        await aminata.UntilAsync("Reçu, n° ");
        aminata.PressInaccessible(yes, 2);
        await aminata.UntilAsync(Old);
        await AllAnsweredOnceAsync(served, 3);
        Assert.DoesNotContain(served.Telegram.Calls, c => c.Method == "editMessageReplyMarkup");
    }

    [Fact]
    public async Task APressThatTelegramBringsAgainIsAnsweredOnce()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await DraftAsync(served);
        aminata.Tap("Oui");
        for (var again = 0; again < 3; again++)
            served.Telegram.DeliverAgain();
        await aminata.UntilAsync("Reçu, n° ");
        aminata.Say("aide");
        await aminata.UntilAsync("Écrivez");
        await AllAnsweredOnceAsync(served, 1);
        Assert.Single(FaultScene.ReceiptsSeenBy(aminata));
    }

    [Fact]
    public async Task AfterARestartTheButtonsOfADraftWorkAndThoseOfASentReportDoNothing()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await DraftAsync(served);
        await served.RestartAsync();
        aminata.Tap("Oui");
        await aminata.UntilAsync("Reçu, n° ");
        aminata.TapOld("Corriger");
        await aminata.UntilAsync(Old);
        await AllAnsweredOnceAsync(served, 2);
    }

    private static async Task<PartnerPhone> DraftAsync(ServedBot served)
    {
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata", organisation: "OSC Benkadi", kind: "osc");
        aminata.Say("Atelier hier à Koro, 25 participants dont 9 femmes");
        await aminata.UntilAsync("J'envoie ?");
        return aminata;
    }

    private static async Task AllAnsweredOnceAsync(ServedBot served, int presses)
    {
        await served.CallsAsync("answerCallbackQuery", presses);
        var answered = served.Telegram.Calls.Where(c => c.Method == "answerCallbackQuery").Select(c => (string)c.Body["callback_query_id"]!).ToList();
        Assert.Equal(presses, answered.Count);
        Assert.Equal(presses, answered.Distinct().Count());
    }
}
