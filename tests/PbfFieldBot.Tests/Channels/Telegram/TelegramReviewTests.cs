using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Submissions;
using PbfFieldBot.TestKit.Telegram;
using Xunit;

namespace PbfFieldBot.Tests.Channels.Telegram;

public sealed class TelegramReviewTests
{
    [Fact]
    public async Task AReportIsSentBackCorrectedAndApprovedInThreeMessagesToThePartner()
    {
        await using var served = await ServedBot.StartAsync();
        var oumar = await served.EnrolAsync(Role.Coordinator, "Oumar");
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata", kind: "osc", organisation: "OSC Benkadi");
        await ReportAsync(aminata, "Atelier hier à Koro, 25 participants dont 9 femmes");
        await oumar.UntilAsync("À valider");
        oumar.Tap("À corriger");
        await oumar.UntilAsync("quelle réponse faut-il corriger");
        oumar.Tap("Participants");
        await oumar.UntilAsync("Écrivez un mot");
        var before = aminata.Screen.Count;
        oumar.Say("La liste dit 26.");
        await aminata.UntilAsync("« La liste dit 26. »");
        aminata.Say("26 dont 9 femmes");
        await aminata.UntilAsync("est corrigé");
        await oumar.UntilAsync("26 (9 femmes, 17 hommes)");
        oumar.Tap("Approuver");
        await aminata.UntilAsync("est validé");
        Assert.Equal(3, aminata.Screen.Count - before);
    }

    [Fact]
    public async Task WhatWaitsIsOneSilentMessageThatIsEditedAlsoAfterARestart()
    {
        await using var served = await ServedBot.StartAsync();
        var oumar = await served.EnrolAsync(Role.Coordinator, "Oumar");
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata", kind: "osc", organisation: "OSC Benkadi");
        var before = oumar.Screen.Count;
        await ReportAsync(aminata, "Atelier hier à Koro, 25 participants dont 9 femmes");
        await oumar.UntilAsync("À valider");
        await served.RestartAsync();
        await ReportAsync(aminata, "Atelier lundi à Bankass, 25 participants dont 9 femmes");
        await oumar.UntilAsync("2 rapports attendent votre validation.");
        Assert.Equal(before + 1, oumar.Screen.Count);
        var sent = Assert.Single(served.Telegram.Calls, c => c.Method == "sendMessage" && ((string)c.Body["text"]!).StartsWith("À valider", StringComparison.Ordinal));
        Assert.True((bool)sent.Body["disable_notification"]!);
    }

    [Fact]
    public async Task EachUpdateDeliveredTwiceCountsOnce()
    {
        await using var served = await ServedBot.StartAsync();
        var oumar = await served.EnrolAsync(Role.Coordinator, "Oumar");
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata", kind: "osc", organisation: "OSC Benkadi");
        await ReportAsync(aminata, "Atelier hier à Koro, 25 participants dont 9 femmes");
        await oumar.UntilAsync("À valider");
        oumar.Tap("Approuver");
        served.Telegram.DeliverAgain();
        await aminata.UntilAsync("est validé");
        aminata.Edit("oui");
        served.Telegram.DeliverAgain();
        aminata.Say("mes rapports");
        await aminata.UntilAsync("validé, compte pour 2.2.2");
        await using var db = served.Database.NewContext();
        Assert.Equal((SubmissionStatus.Approved, 1), db.Submissions.Select(s => new { s.Status, s.Revision }).Single() is var s ? (s.Status, s.Revision) : default);
        Assert.Single(aminata.Screen, m => m.Text.EndsWith("est validé.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AMessageEditedOnThePhoneCorrectsTheSentReport()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata", kind: "osc", organisation: "OSC Benkadi");
        aminata.Say("Atelier hier à Koro, 25 participants dont 9 femmes");
        await aminata.UntilAsync("Voici votre rapport");
        aminata.Tap("Oui");
        await aminata.UntilAsync("Reçu");
        aminata.Edit("Atelier hier à Koro, 27 participants dont 9 femmes");
        await aminata.UntilAsync("J'envoie la correction ?");
        aminata.Tap("Oui");
        await aminata.UntilAsync("Correction reçue");
        await using var db = served.Database.NewContext();
        Assert.Equal(["sent", "edited"], db.Revisions.OrderBy(r => r.Revision).Select(r => r.Why).ToList());
    }

    [Fact]
    public async Task TheCoordinatorSeesThePhotoOfTheAttendanceList()
    {
        await using var served = await ServedBot.StartAsync();
        var oumar = await served.EnrolAsync(Role.Coordinator, "Oumar");
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata", kind: "osc", organisation: "OSC Benkadi");
        foreach (var words in (string[])["atelier", "hier", "Koro", "25 dont 9 femmes", "passer"])
        {
            aminata.Say(words);
            await aminata.NextAsync();
        }

        aminata.SendPhoto("liste", TestPicture.OnItsSide());
        await aminata.UntilAsync("Voici votre rapport");
        aminata.Say("oui");
        await aminata.UntilAsync("Reçu");
        await oumar.UntilAsync("À valider");
        await PhotoAsync(served);
        oumar.Tap("Voir la photo");
        Assert.NotNull((await oumar.UntilAsync("Liste de présence du rapport")).File);
    }

    [Fact]
    public async Task AnAlertShowsNothingButItsNumberUntilItIsTouched()
    {
        await using var served = await ServedBot.StartAsync();
        var oumar = await served.EnrolAsync(Role.Coordinator, "Oumar");
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata", kind: "osc", organisation: "OSC Benkadi");
        foreach (var words in (string[])["alerte", "vol de bétail", "Koro", "hier", "oui"])
        {
            aminata.Say(words);
            await aminata.NextAsync();
        }

        var alert = await oumar.UntilAsync("vol de bétail");
        var sent = Assert.Single(served.Telegram.Calls, c => c.Method == "sendMessage" && c.Body["entities"] is not null);
        var (from, length) = ((int)sent.Body["entities"]![0]!["offset"]!, (int)sent.Body["entities"]![0]!["length"]!);
        Assert.Equal("spoiler", (string)sent.Body["entities"]![0]!["type"]!);
        Assert.Equal((alert.Text.IndexOf('\n', StringComparison.Ordinal) + 1, alert.Text.Length), (from, from + length));
        oumar.Tap("Vu");
        await aminata.UntilAsync("Oumar a lu votre alerte");
    }

    // The photo is brought down beside the talk; the guard is against hanging only.
    private static async Task PhotoAsync(ServedBot served)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var db = served.Database.NewContext();
        while (!db.EvidencePhotos.Any())
            await Task.Delay(20, patience.Token);
    }

    private static async Task ReportAsync(PartnerPhone phone, string report)
    {
        phone.Say(report);
        await phone.UntilAsync("Voici votre rapport");
        phone.Say("oui");
        await phone.UntilAsync("Reçu");
    }
}
