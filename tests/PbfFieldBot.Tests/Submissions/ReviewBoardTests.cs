using PbfFieldBot.Channels;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Outbox;
using PbfFieldBot.Submissions;
using Xunit;

namespace PbfFieldBot.Tests.Submissions;

public sealed class ReviewBoardTests : IAsyncLifetime
{
    private FieldBotApp app = null!;
    private Phone oumar = null!;
    private Phone aminata = null!;

    [Fact]
    public async Task TheFirstReportThatWaitsIsOneSilentMessageAndLaterOnesEditIt()
    {
        await ReportAsync("la paix");
        await ReportAsync("la sécurité");
        var (first, second) = (SentTo(oumar)[^2], SentTo(oumar)[^1]);
        Assert.True(first.Silent);
        Assert.Equal(first.Id, second.EditsMessageId);
        var receipts = await ReceiptsAsync();
        Assert.Equal($"2 rapports attendent votre validation.\n\nÀ valider, n° {receipts[1]} : Réunion de comité\nDe : Aminata\n• Thème : la sécurité", second.Text);
        Assert.Equal(["Approuver", "À corriger", "Rejeter", $"{receipts[0]} : Réunion de comité"], oumar.Buttons());
    }

    [Fact]
    public async Task EachReportIsOpenedAndDecidedInOneTap()
    {
        await ReportAsync("la paix");
        await ReportAsync("la sécurité");
        var receipts = await ReceiptsAsync();
        await oumar.TapsAsync($"{receipts[0]} : Réunion de comité");
        Assert.Contains($"À valider, n° {receipts[0]}", oumar.Last(), StringComparison.Ordinal);
        await oumar.TapsAsync("Approuver");
        Assert.StartsWith($"Le rapport n° {receipts[0]} est validé : il compte.\n\nÀ valider, n° {receipts[1]}", oumar.Last(), StringComparison.Ordinal);
        await oumar.TapsAsync("Rejeter");
        Assert.Equal([SubmissionStatus.Approved, SubmissionStatus.Rejected], (await app.RowsAsync<StoredSubmission>()).Select(s => s.Status));
    }

    [Fact]
    public async Task AReportThatTheCoordinatorReadsStaysOpenWhenAnotherComes()
    {
        await ReportAsync("la paix");
        await ReportAsync("la sécurité");
        var receipts = await ReceiptsAsync();
        await oumar.TapsAsync($"{receipts[0]} : Réunion de comité");
        await ReportAsync("le pâturage");
        Assert.StartsWith($"3 rapports attendent votre validation.\n\nÀ valider, n° {receipts[0]}", oumar.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenNothingWaitsTheNextReportBeginsANewMessage()
    {
        await ReportAsync("la paix");
        await oumar.TapsAsync("Approuver");
        await ReportAsync("la sécurité");
        Assert.Null(SentTo(oumar)[^1].EditsMessageId);
        Assert.Equal(SentTo(oumar)[^3].Id, SentTo(oumar)[^2].EditsMessageId);
    }

    [Fact]
    public async Task TheMessageIsEditedAlsoAfterARestart()
    {
        await ReportAsync("la paix");
        await app.RestartAsync();
        await ReportAsync("la sécurité");
        Assert.Equal(SentTo(oumar)[^2].Id, SentTo(oumar)[^1].EditsMessageId);
    }

    [Fact]
    public async Task AMessageThatWasDeletedIsSentAnew()
    {
        await ReportAsync("la paix");
        app.Channel.Answer = m => m.EditsMessageId is null ? new Delivered(m.Id) : new EditRefused();
        await ReportAsync("la sécurité");
        Assert.Null(SentTo(oumar)[^1].EditsMessageId);
        Assert.StartsWith("2 rapports attendent votre validation.", oumar.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfTwoCoordinatorsTheFirstDecidesAndTheOtherIsToldKindly()
    {
        var fatou = await app.EnrolAsync(Role.Coordinator, "Fatou");
        await ReportAsync("la paix");
        var receipt = (await ReceiptsAsync())[0];
        var late = fatou.Taps("Rejeter");
        await oumar.TapsAsync("Approuver");
        Assert.Equal($"Oumar a validé le rapport n° {receipt}.", fatou.Last());
        await app.TakeAsync(late);
        Assert.Equal($"Le rapport n° {receipt} est déjà validé par Oumar.", fatou.Last());
        Assert.Equal(SubmissionStatus.Approved, (await app.RowsAsync<StoredSubmission>())[0].Status);
    }

    [Fact]
    public async Task ACoordinatorWhoComesInLaterSeesWhatWaits()
    {
        await ReportAsync("la paix");
        var fatou = app.NewPhone();
        await fatou.StartsAsync(await app.InviteAsync(Role.Coordinator, "Fatou"));
        Assert.StartsWith("À valider, n° ", fatou.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheListIsShownAgainForTheAsking()
    {
        await ReportAsync("la paix");
        await oumar.SaysAsync("à valider");
        Assert.Null(SentTo(oumar)[^1].EditsMessageId);
        Assert.StartsWith("À valider, n° ", oumar.Last(), StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        app = await FieldBotApp.StartAsync(SmallDialogs.Meeting);
        oumar = await app.EnrolAsync(Role.Coordinator, "Oumar");
        aminata = await app.EnrolAsync(Role.Partner, "Aminata");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IReadOnlyList<OutgoingMessage> SentTo(Phone phone) => [.. app.Channel.Sent.Where(m => m.ChatId == phone.Chat)];

    private async Task<List<string>> ReceiptsAsync() => [.. (await app.RowsAsync<StoredSubmission>()).Select(s => s.Receipt)];

    private async Task ReportAsync(string theme)
    {
        foreach (var words in (string[])["réunion de comité", theme, "oui"])
            await aminata.SaysAsync(words);
    }
}
