using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Intake;
using PbfFieldBot.People;
using Xunit;

namespace PbfFieldBot.Tests.People;

[Trait("Ligne", "P02")]
public sealed class FirstContactTests
{
    [Fact]
    public async Task TheNoticeComesBeforeAnyQuestionAndAsksForNothing()
    {
        await using var app = await FieldBotApp.StartAsync(SmallDialogs.Meeting);
        var phone = app.NewPhone();
        await phone.StartsAsync(await app.InviteAsync(Role.Partner, "Aminata"));
        var (welcome, menu) = (phone.News() is [var first, var second]) ? (first, second) : ("", "");
        Assert.Equal("""
            Bienvenue, Aminata.
            Vos rapports sont lus par les coordonnateurs de votre zone et par l'équipe du projet. Seuls leurs chiffres sortent, dans le rapport du projet. Ils sont gardés jusqu'à la fin du projet.
            Je ne garde ni votre numéro de téléphone, ni votre photo, ni votre nom Telegram.
            Telegram n'est pas chiffré de bout en bout : n'écrivez ici rien qui mette quelqu'un en danger.
            /mesdonnees montre ce que je garde sur vous. /refuser arrête tout, quand vous voulez.
            """, welcome);
        Assert.StartsWith("Que voulez-vous rapporter ?", menu, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItsVersionIsKeptAndItIsShownAgainWhenTheVersionChanges()
    {
        await using var app = await FieldBotApp.StartAsync(SmallDialogs.Meeting);
        var phone = await app.EnrolAsync(Role.Partner, "Aminata");
        await phone.SaysAsync("menu");
        Assert.Single(phone.News());
        Assert.Equal(Notice.Version, (await app.RowsAsync<Person>()).Single().NoticeVersion);
        await app.Database.WriteAsync(db => { db.People.Single().NoticeVersion = 0; return Task.FromResult(0); }, CancellationToken.None);
        await phone.SaysAsync("menu");
        Assert.StartsWith("Ce qu'il faut savoir a changé :\nVos rapports sont lus", phone.News()[0], StringComparison.Ordinal);
        await phone.SaysAsync("menu");
        Assert.Single(phone.News());
    }

    [Fact]
    public async Task MyDataShowsAllThatIsHeld()
    {
        await using var app = await FieldBotApp.StartAsync(SmallDialogs.Meeting);
        var phone = await app.EnrolAsync(Role.Partner, "Aminata", organisation: "Comité de Koro", kind: "comite");
        await phone.SaysAsync("réunion de comité");
        await phone.SaysAsync("les puits");
        await phone.SaysAsync("oui");
        phone.ReadAway();
        await phone.SaysAsync("/mesdonnees");
        var text = phone.Last();
        Assert.Contains("• Nom donné par l'invitation : Aminata\n• Rôle : partenaire, tout le projet\n• Organisation : Comité de Koro\n• Genre : Comité\n", text, StringComparison.Ordinal);
        Assert.Contains($"• Numéro de cette conversation : {phone.Chat}\n• Inscription : 12/11/2020 ; notice lue : version 1\n• 1 rapport avec ses réponses et ses corrections : NAT-", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoWithdrawsIsAskedOnceAndThenHearsNothingMore()
    {
        await using var app = await FieldBotApp.StartAsync(SmallDialogs.Meeting);
        var phone = await app.EnrolAsync(Role.Partner, "Aminata");
        await phone.SaysAsync("/refuser");
        await phone.TapsAsync("Oui, j'arrête");
        Assert.StartsWith("C'est fait : votre accès est retiré.", phone.Last(), StringComparison.Ordinal);
        await phone.SaysAsync("réunion de comité");
        Assert.StartsWith("Bonjour. Ce service est réservé", phone.Last(), StringComparison.Ordinal);
        Assert.NotNull((await app.RowsAsync<Person>()).Single().RevokedAt);
        Assert.Empty(await app.RowsAsync<StoredConversation>());
    }

    [Fact]
    public async Task TheOnlyAdministratorCannotLeaveTheProjectWithoutOne()
    {
        await using var app = await FieldBotApp.StartAsync(SmallDialogs.Meeting);
        var awa = await app.EnrolAsync(Role.Administrator, "Awa", "NAT");
        await awa.SaysAsync("/refuser");
        await awa.TapsAsync("Oui, j'arrête");
        Assert.Equal("Vous êtes le seul administrateur : invitez-en un autre d'abord (/inviter).", awa.Last());
    }
}
