using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Outbox;
using PbfFieldBot.TestKit.Telegram;
using PbfFieldBot.Tests.Channels.Telegram;
using Xunit;

namespace PbfFieldBot.Tests.Faults;

/// <summary>Telegram answers wrongly, late, twice, in disorder or not at all.</summary>
public sealed class TelegramFaultTests
{
    [Fact]
    [Trait("Ligne", "F05")]
    public async Task WhateverTelegramAnswersThePollGoesOnAndEachAttemptIsOneRequest()
    {
        await using var served = await ServedBot.StartAsync();
        var (aminata, oumar) = (await served.EnrolAsync(Role.Partner, "Aminata"), await served.EnrolAsync(Role.Partner, "Oumar"));
        foreach (var fault in new[] { ScriptedFault.ServerError, ScriptedFault.BadGateway, ScriptedFault.Cut })
            served.Telegram.Break("getUpdates", fault);
        served.Telegram.Break("sendMessage", ScriptedFault.TooMany(1));
        var sends = Sends(served);
        aminata.Say("atelier");
        await aminata.UntilAsync("Quel jour");
        oumar.Say("atelier");
        await oumar.UntilAsync("Quel jour");
        Assert.Equal(sends + 3, Sends(served));
        Assert.DoesNotContain(FakeTelegram.Token, served.Logged, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Ligne", "F05")]
    public async Task AChatThatMustWaitIsNotWrittenToEarlierBecauseItsOwnerWritesAgain()
    {
        await using var served = await ServedBot.StartAsync();
        var (aminata, oumar) = (await served.EnrolAsync(Role.Partner, "Aminata"), await served.EnrolAsync(Role.Partner, "Oumar"));
        served.Telegram.Break("sendMessage", ScriptedFault.TooMany(3600));
        aminata.Say("atelier");
        await served.CallsAsync("sendMessage", Sends(served) + 1);
        var before = Sends(served);
        aminata.Say("aide");
        oumar.Say("aide");
        await oumar.UntilAsync("Écrivez");
        Assert.Equal(before + 1, Sends(served));
    }

    [Fact]
    [Trait("Ligne", "F06")]
    public async Task WhenTheAnswerIsLostTheReceiptMayComeTwiceButIsCountedOnce()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata", organisation: "OSC Benkadi", kind: "osc");
        aminata.Say("Atelier hier à Koro, 25 participants dont 9 femmes");
        await aminata.UntilAsync("J'envoie ?");
        served.Telegram.Break("sendMessage", ScriptedFault.LoseAnswer);
        aminata.Say("oui");
        await aminata.UntilAsync("Reçu, n° ");
        aminata.Say("aide");
        await aminata.UntilAsync("Écrivez");
        Assert.InRange(FaultScene.ReceiptsSeenBy(aminata).Count, 1, 2);
        Assert.Single(FaultScene.ReceiptsSeenBy(aminata).Distinct());
        await using var db = served.Database.NewContext();
        Assert.Equal(1, await db.Submissions.CountAsync(CancellationToken.None));
    }

    [Fact]
    [Trait("Ligne", "F07")]
    public async Task UpdatesThatComeSeveralTimesAndAgainAfterARestartCountOnce()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata", organisation: "OSC Benkadi", kind: "osc");
        var random = new Random(7);
        for (var report = 0; report < 3; report++)
        {
            foreach (var (says, sees) in new[] { ($"Atelier hier à Koro, {20 + report} participants dont 9 femmes", "J'envoie ?"), ("oui", "Reçu, n° ") })
            {
                aminata.Say(says);
                for (var again = random.Next(5); again > 0; again--)
                    served.Telegram.DeliverAgain();
                await aminata.UntilAsync(sees);
            }

            await served.RestartAsync();
            served.Telegram.DeliverAgain();
        }

        aminata.Say("aide");
        await aminata.UntilAsync("Écrivez");
        await using var db = served.Database.NewContext();
        Assert.Equal(3, await db.Submissions.CountAsync(CancellationToken.None));
        Assert.Equal(3, FaultScene.ReceiptsSeenBy(aminata).Distinct().Count());
    }

    [Fact]
    [Trait("Ligne", "F08")]
    public async Task LowerNumbersAfterAQuietWeekAndWideGapsAreTaken()
    {
        await using var served = await ServedBot.StartAsync();
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata");
        foreach (var (number, says, sees) in new[] { (1_900_000_000, "atelier", "Quel jour"), (17, "hier", "Où ?"), (1_000_018, "Koro", "Combien"), (18, "25 dont 9 femmes", "sujet") })
        {
            served.Telegram.NumberFrom(number);
            aminata.Say(says);
            await aminata.UntilAsync(sees);
        }
    }

    [Fact]
    [Trait("Ligne", "F13")]
    public async Task ABacklogGivesEachPersonOneAnswerAndAWordAboutTheAbsence()
    {
        await using var served = await ServedBot.StartAsync(SendLimits.OfTelegram());
        var phones = new List<PartnerPhone>();
        for (var i = 0; i < (FaultScene.Whole ? 500 : 10); i++)
            phones.Add(await served.EnrolAsync(Role.Partner, "P" + i, organisation: "OSC P" + i, kind: "osc"));
        await served.StopAsync();
        await served.WasLastThereAsync(TimeSpan.FromHours(30));
        var before = phones.ToDictionary(p => p, p => p.Screen.Count);
        var sent = DateTimeOffset.UtcNow.AddHours(-20);
        for (var n = 0; n < 20; n++)
            foreach (var phone in phones)
            {
                // Each report is of a day of its own: two partners may not seem to tell the same event.
                var day = sent.AddDays(-1 - (phones.IndexOf(phone) * 10) - (n / 2)).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
                phone.SaidAt = sent.AddMinutes(n);
                phone.Say(n % 2 != 0 ? "oui" : phone == phones[0] && n == 0 ? "Atelier hier à Koro, 20 participants dont 9 femmes" : $"Atelier le {day} à Koro, {20 + n} participants dont 9 femmes");
            }

        await served.OpenAsync();
        foreach (var phone in phones)
            while (FaultScene.ReceiptsSeenBy(phone).Distinct().Count() < 10 || !phone.Screen.Any(IsOfAbsence))
                await phone.NextAsync();
        await using var db = served.Database.NewContext();
        Assert.Equal(10 * phones.Count, await db.Submissions.CountAsync(CancellationToken.None));
        Assert.All(phones, p => Assert.InRange(p.Screen.Count - before[p], 1, 2));
        Assert.All(phones, p => Assert.Single(p.Screen, IsOfAbsence));
        Assert.Equal(DateOnly.FromDateTime(sent.DateTime).AddDays(-1), await db.Submissions.MaxAsync(s => s.Day, CancellationToken.None));
    }

    private static bool IsOfAbsence(ScreenMessage message) => message.Text.Contains("J'étais absent du ", StringComparison.Ordinal);

    private static int Sends(ServedBot served) => served.Telegram.Calls.Count(c => c.Method == "sendMessage");
}
