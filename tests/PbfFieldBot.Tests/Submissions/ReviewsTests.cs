using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Submissions;
using Xunit;

namespace PbfFieldBot.Tests.Submissions;

public sealed class ReviewsTests : IAsyncLifetime
{
    private FieldBotApp app = null!;

    [Fact]
    public async Task ACoordinatorOfTheAreaGetsTheReportAndItsPartnerIsTold()
    {
        var oumar = await app.EnrolAsync(Role.Coordinator, "Oumar", "ML05");
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata", "ML0505", "Comité de Koro", "comite");
        var receipt = await ReportAsync(aminata, "Réunion de comité");
        Assert.Equal($"À valider, n° {receipt} : Réunion de comité\nDe : Aminata, Comité de Koro\n• Thème : la paix", oumar.Last());
        await oumar.TapsAsync("Approuver");
        Assert.Equal($"Le rapport n° {receipt} est validé : il compte.", oumar.Last());
        Assert.Equal($"Votre rapport n° {receipt} est validé.", aminata.Last());
        Assert.Equal(SubmissionStatus.Approved, await StatusAsync());
    }

    [Fact]
    public async Task ASecondPressChangesNothing()
    {
        var oumar = await app.EnrolAsync(Role.Coordinator, "Oumar");
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        var receipt = await ReportAsync(aminata, "Réunion de comité");
        var rejects = oumar.Taps("Rejeter");
        await oumar.TapsAsync("Approuver");
        await app.TakeAsync(rejects);
        Assert.Equal($"Le rapport n° {receipt} est déjà validé.", oumar.Last());
        Assert.Equal(SubmissionStatus.Approved, await StatusAsync());
        Assert.Single(aminata.News());
    }

    [Fact]
    public async Task ARejectedReportIsToldToo()
    {
        var oumar = await app.EnrolAsync(Role.Coordinator, "Oumar");
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        var receipt = await ReportAsync(aminata, "Réunion de comité");
        await oumar.TapsAsync("Rejeter");
        Assert.Equal($"Le rapport n° {receipt} est rejeté : il ne compte pas. Écrivez pourquoi à Aminata, ou « passer ».", oumar.Last());
        Assert.StartsWith($"Votre rapport n° {receipt} est rejeté.", aminata.Last(), StringComparison.Ordinal);
        await oumar.SaysAsync("La date est fausse.");
        Assert.Equal($"Oumar, sur votre rapport n° {receipt} : « La date est fausse. »", aminata.Last());
        Assert.Equal(SubmissionStatus.Rejected, await StatusAsync());
    }

    [Fact]
    public async Task ACoordinatorOfAnotherRegionMayNotDecide()
    {
        var oumar = await app.EnrolAsync(Role.Coordinator, "Oumar", "ML05");
        var fatou = await app.EnrolAsync(Role.Coordinator, "Fatou", "ML04");
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata", "ML05");
        await ReportAsync(aminata, "Réunion de comité");
        Assert.Empty(fatou.News());
        await app.TakeAsync(app.Update(fatou.Chat, new PbfFieldBot.Channels.Pressed(oumar.ButtonOf("Approuver"))));
        Assert.Equal("Ce rapport n'est pas dans votre zone : seul un coordonnateur de la zone peut le valider.", fatou.Last());
        Assert.Equal(SubmissionStatus.Received, await StatusAsync());
    }

    [Fact]
    public async Task APartnerMayNotDecide()
    {
        var oumar = await app.EnrolAsync(Role.Coordinator, "Oumar");
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        await ReportAsync(aminata, "Réunion de comité");
        await app.TakeAsync(app.Update(aminata.Chat, new PbfFieldBot.Channels.Pressed(oumar.ButtonOf("Approuver"))));
        Assert.Equal("Je ne trouve pas ce rapport.", aminata.Last());
        Assert.Equal(SubmissionStatus.Received, await StatusAsync());
    }

    [Fact]
    public async Task WithoutACoordinatorOfTheAreaThoseOfTheWholeProjectAreAsked()
    {
        var national = await app.EnrolAsync(Role.Administrator, "Fatou", "NAT");
        await ReportAsync(await app.EnrolAsync(Role.Partner, "Aminata", "ML0401"), "Réunion de comité");
        Assert.StartsWith("À valider, n° ", national.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACoordinatorsOwnMeasureCountsAtOnce()
    {
        var oumar = await app.EnrolAsync(Role.Coordinator, "Oumar");
        var receipt = await ReportAsync(oumar, "Mesure");
        Assert.Equal(SubmissionStatus.Approved, await StatusAsync());
        Assert.Equal([$"Reçu, n° {receipt}. Il compte dès maintenant : vous en êtes l'auteur et le validateur."], LastNews);
    }

    [Fact]
    public async Task AnAlertReachesTheCoordinatorAtOnceAndItsAuthorLearnsThatItWasRead()
    {
        var oumar = await app.EnrolAsync(Role.Coordinator, "Oumar");
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        var receipt = await ReportAsync(aminata, "Alerte");
        Assert.Equal($"Alerte, n° {receipt}\nDe : Aminata\n• Incident : la paix", oumar.Last());
        await oumar.TapsAsync("Vu");
        Assert.Equal($"Oumar a lu votre alerte n° {receipt}.", aminata.Last());
        await oumar.TapsAsync("Vu");
        Assert.Equal($"Vous avez déjà lu l'alerte n° {receipt}.", oumar.Last());
        Assert.Empty(aminata.News());
    }

    public async ValueTask InitializeAsync() => app = await FieldBotApp.StartAsync(SmallDialogs.Meeting, SmallDialogs.Alert, SmallDialogs.Measure);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IReadOnlyList<string> LastNews { get; set; } = [];

    private async Task<string> ReportAsync(Phone phone, string dialog)
    {
        await phone.SaysAsync("menu");
        await phone.TapsAsync(dialog);
        await phone.SaysAsync("la paix");
        phone.ReadAway();
        await phone.TapsAsync("Oui");
        LastNews = [.. phone.News().TakeLast(1)];
        return (await app.RowsAsync<StoredSubmission>())[^1].Receipt;
    }

    private async Task<SubmissionStatus> StatusAsync() => (await app.RowsAsync<StoredSubmission>())[^1].Status;
}
