using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Channels;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Tests.People;

/// <summary>Who comes in, who may what, and who no longer does (rows A01 to A04 and P09).</summary>
public sealed class AccessTests
{
    private const string Refused = "Cette invitation ne peut pas être utilisée. Demandez-en une nouvelle à la personne qui vous l'a donnée.";

    [Fact, Trait("Ligne", "A01")]
    public async Task AStrangerGetsOneNeutralAnswerAndLeavesNothing()
    {
        await using var app = await FieldBotApp.StartAsync(SmallDialogs.Meeting);
        var stranger = app.NewPhone();
        await app.TakeAsync([.. Enumerable.Range(0, 1000).Select(i => stranger.Says("réunion CANARI " + i))]);
        Assert.Equal(["Bonjour. Ce service est réservé aux personnes invitées. Si vous avez reçu une invitation, ouvrez son lien."], stranger.News());
        await using var db = app.Database.NewContext();
        Assert.Equal((0, 0, 0, 0), (await db.People.CountAsync(cancellationToken: TestContext.Current.CancellationToken), await db.SeenUpdates.CountAsync(cancellationToken: TestContext.Current.CancellationToken), await db.Conversations.CountAsync(cancellationToken: TestContext.Current.CancellationToken), await db.Outbox.CountAsync(cancellationToken: TestContext.Current.CancellationToken)));
    }

    [Theory, Trait("Ligne", "A02")]
    [InlineData(1)]
    [InlineData(200)]
    public async Task GuessingPassesForNobodyShutsOutNobodyAndIsTold(int accounts)
    {
        await using var app = await FieldBotApp.StartAsync(SmallDialogs.Meeting);
        var awa = await app.EnrolAsync(Role.Administrator, "Awa", "NAT");
        var code = await app.InviteAsync(Role.Partner, "Aminata");
        var phones = Enumerable.Range(0, accounts).Select(_ => app.NewPhone()).ToList();
        for (var i = 0; i < 2000; i += 100)
            await app.TakeAsync([.. Enumerable.Range(i, 100).Select(n => app.Update(phones[n % accounts].Chat, new Started("GUESS" + n.ToString("D19", null))))]);
        Assert.Single(await app.RowsAsync<Person>());
        Assert.Equal(["Attention : 20 codes d'invitation inconnus ont été essayés en une heure. Aucun n'a marché et personne n'est bloqué. Si cela dure, prévenez la personne qui s'occupe du serveur."], awa.News());
        Assert.All(phones, p => Assert.InRange(p.News().Count, 1, 5));
        await phones[0].StartsAsync(code);
        Assert.StartsWith("Bienvenue, Aminata.", phones[0].News()[0], StringComparison.Ordinal);
    }

    [Fact, Trait("Ligne", "A03")]
    public async Task UsedExpiredWithdrawnAndInventedCodesReadTheSame()
    {
        await using var app = await FieldBotApp.StartAsync(SmallDialogs.Meeting);
        var used = await app.InviteAsync(Role.Partner, "Aminata");
        await app.NewPhone().StartsAsync(used);
        var expired = await app.InviteAsync(Role.Partner, "Moussa");
        app.Clock.Advance(TimeSpan.FromDays(8));
        var phones = new[] { used, expired, "AAAAAAAAAAAAAAAAAAAAAAAA" }.Select(c => (Code: c, Phone: app.NewPhone())).ToList();
        foreach (var (code, phone) in phones)
            await phone.StartsAsync(code);
        Assert.All(phones, p => Assert.Equal([Refused], p.Phone.News()));
    }

    [Fact, Trait("Ligne", "A03")]
    public async Task OfTwoWhoClaimACodeInOneInstantOneComesIn()
    {
        await using var app = await FieldBotApp.StartAsync(SmallDialogs.Meeting);
        var code = await app.InviteAsync(Role.Partner, "Aminata");
        var (one, other) = (app.NewPhone(), app.NewPhone());
        await app.TakeAsync(app.Update(one.Chat, new Started(code)), app.Update(other.Chat, new Started(code)));
        Assert.Single(await app.RowsAsync<Person>());
        Assert.Equal([Refused], other.News());
    }

    [Theory, Trait("Ligne", "A04")]
    [InlineData("/inviter")]
    [InlineData("/revoquer")]
    [InlineData("/Révoquer Oumar")]
    public async Task APartnerWhoTriesACoordinatorsCommandReadsOneNeutralSentence(string command)
    {
        await using var app = await FieldBotApp.StartAsync(SmallDialogs.Meeting);
        await app.EnrolAsync(Role.Coordinator, "Oumar");
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        await aminata.SaysAsync(command);
        Assert.Equal(["Cette commande est pour la coordination. Pour rapporter une activité, écrivez « menu »."], aminata.News());
    }

    [Theory, Trait("Ligne", "A04")]
    [InlineData("pR:1")]
    [InlineData("pr:1")]
    [InlineData("pi:1:Administrator")]
    [InlineData("pw:1")]
    [InlineData("pv:1")]
    [InlineData("px:1")]
    [InlineData("p")]
    [InlineData("pR:99999999999999999999")]
    public async Task AForgedButtonChangesNothing(string data)
    {
        await using var app = await FieldBotApp.StartAsync(SmallDialogs.Meeting);
        await app.EnrolAsync(Role.Coordinator, "Oumar");
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        await app.TakeAsync(app.Update(aminata.Chat, new Pressed(data)));
        Assert.Equal("Je ne reconnais pas ce bouton. Écrivez ce que vous voulez faire, ou « menu ».", aminata.Last());
        Assert.All(await app.RowsAsync<Person>(), p => Assert.Null(p.RevokedAt));
        Assert.Equal(2, (await app.RowsAsync<Invitation>()).Count(i => i is { UsedAt: not null, WithdrawnAt: null }));
    }

    [Theory, Trait("Ligne", "A04")]
    [InlineData("q1:d.mesure")]
    [InlineData("q1:d.appui")]
    [InlineData("q1:d.nowhere")]
    public async Task AForgedButtonBeginsNoDialogOfCoordinators(string data)
    {
        await using var app = await FieldBotApp.StartAsync(ShippedDialogs.Catalog);
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        await app.TakeAsync(app.Update(aminata.Chat, new Pressed(data)));
        Assert.StartsWith("Ce rapport n'est pas pour vous.\n\nQue voulez-vous rapporter ?", aminata.Last(), StringComparison.Ordinal);
    }

    [Fact, Trait("Ligne", "A04")]
    public async Task ACoordinatorTakesAwayNoAccessOutsideTheOwnArea()
    {
        await using var app = await FieldBotApp.StartAsync(ShippedDialogs.Catalog);
        var oumar = await app.EnrolAsync(Role.Coordinator, "Oumar", "ML05");
        await app.EnrolAsync(Role.Partner, "Aminata", "ML0404");
        await oumar.SaysAsync("/revoquer");
        Assert.Equal("Il n'y a personne à retirer dans votre zone.", oumar.Last());
        await app.TakeAsync(app.Update(oumar.Chat, new Pressed("pR:2")));
        Assert.All(await app.RowsAsync<Person>(), p => Assert.Null(p.RevokedAt));
    }

    [Fact, Trait("Ligne", "P09")]
    public async Task ALostPhoneGetsNothingMoreAndTheNewOneKeepsTheHistory()
    {
        await using var app = await FieldBotApp.StartAsync(ShippedDialogs.Catalog);
        var oumar = await app.EnrolAsync(Role.Coordinator, "Oumar", "ML05");
        var lost = await app.EnrolAsync(Role.Partner, "Aminata", "ML0505");
        await app.TakeWithoutSendingAsync(lost.Says("atelier"));
        await oumar.SaysAsync("/revoquer");
        Assert.Equal("Qui n'aura plus accès ?", oumar.Last());
        await oumar.TapsAsync("Aminata, cercle de Koro");
        await oumar.TapsAsync("Oui, retirer");
        Assert.Equal("Aminata n'a plus accès. Pour un nouveau téléphone : /inviter", oumar.Last());
        lost.ReadAway();
        await app.SendAsync();
        Assert.Empty(lost.News());
        foreach (var answer in (string[])["/inviter", "Nouveau téléphone", "Aminata"])
            await oumar.SaysAsync(answer);
        var phone = app.NewPhone();
        await phone.StartsAsync(oumar.Last().Split("/start ")[1].Split('\n')[0]);
        var aminata = Assert.Single(await app.RowsAsync<Person>(), p => p.Role is Role.Partner);
        Assert.Equal((phone.Chat, (long?)null), (aminata.ChatId, aminata.RevokedAt));
    }

    [Fact]
    public async Task AnAdministratorInvitesACoordinatorByButtons()
    {
        await using var app = await FieldBotApp.StartAsync(ShippedDialogs.Catalog);
        var awa = await app.EnrolAsync(Role.Administrator, "Awa", "NAT");
        await awa.SaysAsync("/inviter");
        await awa.TapsAsync("Nouveau coordonnateur");
        await awa.SaysAsync("Oumar");
        await awa.TapsAsync("Ségou (région)");
        var phone = app.NewPhone();
        await phone.StartsAsync(awa.Last().Split("/start ")[1].Split('\n')[0]);
        var oumar = (await app.RowsAsync<Person>()).Single(p => p.ChatId == phone.Chat);
        Assert.Equal((Role.Coordinator, "Oumar", "ML04"), (oumar.Role, oumar.Name, oumar.Area));
    }

    [Fact]
    public async Task ACoordinatorInvitesWithinTheOwnAreaOnlyAndMayWithdrawIt()
    {
        await using var app = await FieldBotApp.StartAsync(ShippedDialogs.Catalog);
        var oumar = await app.EnrolAsync(Role.Coordinator, "Oumar", "ML05");
        foreach (var answer in (string[])["/inviter", "Nouveau coordonnateur"])
            await oumar.SaysAsync(answer);
        Assert.StartsWith("Je n'ai pas trouvé. Choisissez dans la liste.", oumar.Last(), StringComparison.Ordinal);
        foreach (var answer in (string[])["Nouveau partenaire", "OSC", "OSC Benkadi", "Moussa", "Ségou"])
            await oumar.SaysAsync(answer);
        Assert.StartsWith("Cette zone n'est pas connue ou n'est pas la vôtre.", oumar.Last(), StringComparison.Ordinal);
        await oumar.SaysAsync("cercle de Koro");
        var code = oumar.Last().Split("/start ")[1].Split('\n')[0];
        await oumar.TapsAsync("Annuler l'invitation");
        Assert.Equal("L'invitation pour Moussa ne vaut plus.", oumar.Last());
        var phone = app.NewPhone();
        await phone.StartsAsync(code);
        Assert.Equal([Refused], phone.News());
        Assert.DoesNotContain(await app.RowsAsync<OutgoingMessage>(), m => m.Text.Contains(code, StringComparison.Ordinal));
    }
}
