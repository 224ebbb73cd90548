using PbfFieldBot.Channels;
using PbfFieldBot.Digests;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Tests.Submissions;

/// <summary>Row P10: an alert is known to those who may read it, and to nobody else.</summary>
public sealed class AlertTests : IAsyncLifetime
{
    private const string Canary = "canari enlevé";
    private FieldBotApp app = null!;
    private Phone oumar = null!;
    private Phone fatou = null!;
    private Phone aminata = null!;

    [Fact]
    public async Task TheCoordinatorsOfTheAreaGetItAtOnceAndBeforeAllElse()
    {
        await ReportAsync();
        Assert.StartsWith("Alerte, n° MOP-", oumar.Last(), StringComparison.Ordinal);
        Assert.Equal(SendPriority.Alert, app.Channel.Sent.Last(m => m.ChatId == oumar.Chat).Priority);
        Assert.False(app.Channel.Sent.Last(m => m.ChatId == oumar.Chat).Silent);
    }

    [Fact]
    public async Task ACoordinatorOfAnotherAreaCannotEvenSeeThatItExists()
    {
        await ReportAsync();
        var receipt = (await app.RowsAsync<StoredSubmission>()).Single().Receipt;
        foreach (var words in (string[])[receipt, "corriger " + receipt, "à valider", "mes rapports"])
            await fatou.SaysAsync(words);
        await app.TakeAsync(app.Update(fatou.Chat, new Pressed("v1:k")), app.Update(fatou.Chat, new Pressed("v1:o")));
        var news = fatou.News();
        Assert.DoesNotContain(news, t => t.Contains(Canary, StringComparison.Ordinal) || t.Contains("zone", StringComparison.Ordinal));
        Assert.Equal(["Je ne trouve pas ce rapport.", "Je ne trouve pas ce rapport."], news.TakeLast(2));
    }

    [Fact]
    public async Task ItStandsInNoDigest()
    {
        await ReportAsync();
        var digest = await new DigestBuilder(app.Database, app.Catalog, TimeZoneInfo.Utc).BuildAsync(new Week(2020, 46), Areas.National, CancellationToken.None);
        Assert.Empty(digest.Kinds);
        Assert.Empty(digest.Waiting);
    }

    [Fact]
    public async Task ACorrectedAlertGoesToTheCoordinatorsAgain()
    {
        await ReportAsync();
        await oumar.TapsAsync("Vu");
        foreach (var words in (string[])["corriger lieu " + (await app.RowsAsync<StoredSubmission>()).Single().Receipt, "Bankass", "oui"])
            await aminata.SaysAsync(words);
        Assert.Contains("• Lieu : cercle de Bankass", oumar.Last(), StringComparison.Ordinal);
        await oumar.TapsAsync("Vu");
        Assert.StartsWith("Oumar a lu votre alerte", aminata.Last(), StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        app = await FieldBotApp.StartAsync(ShippedDialogs.Catalog);
        oumar = await app.EnrolAsync(Role.Coordinator, "Oumar");
        fatou = await app.EnrolAsync(Role.Coordinator, "Fatou", "ML04");
        aminata = await app.EnrolAsync(Role.Partner, "Aminata", kind: "osc");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task ReportAsync()
    {
        foreach (var words in (string[])["alerte", Canary, "Koro", "hier", "oui"])
            await aminata.SaysAsync(words);
    }
}
