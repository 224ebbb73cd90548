using System.Net;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.People;
using PbfFieldBot.TestKit.Telegram;
using Xunit;

namespace PbfFieldBot.Tests.Channels.Telegram;

public sealed class WebhookTests : IAsyncDisposable
{
    private readonly TestDatabase place = TestDatabase.Create();
    private readonly FakeTelegram telegram = FakeTelegram.Start();

    [Fact]
    [Trait("Ligne", "A06")]
    [Trait("Ligne", "B17")]
    public async Task OnlyTelegramsOwnUpdatesAreTakenAndNothingElseHarms()
    {
        await using var bot = await ServedWebhook.StartAsync(place, telegram);
        var update = ServedWebhook.Says(1, 9_007_199_254_740_993, "bonjour");
        foreach (var secret in new[] { null, "secret_of_testz", "" })
            Assert.Equal(401, await bot.PostAsync(update, secret));
        foreach (var body in new[] { "", "x", "[]", "{}", "{\"update_id\":1,\"update_id\":2}", "{\"update_id\":\"1\"}", "{\"update_id\":1,\"message\":7}", "{\"update_id\":99999999999}", new string('[', 5000) })
            Assert.Equal(400, await bot.PostAsync(body));
        Assert.True(await bot.PostAsync(new string('a', 5_000_000)) is 413 or 0);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await bot.GetAsync("/telegram")).Status);
        Assert.Equal(200, await bot.PostAsync(update));
        Assert.Equal(HttpStatusCode.OK, (await bot.GetAsync("/health/ready")).Status);
    }

    [Fact]
    public async Task AnUpdateIsAnsweredAfterItsCommitAndTwiceIsOnce()
    {
        var (phone, code) = (telegram.NewPhone(), await InviteAsync("Aminata"));
        await using var bot = await ServedWebhook.StartAsync(place, telegram);
        Assert.Equal(200, await bot.PostAsync(ServedWebhook.Says(1, phone.ChatId, "/start " + code)));
        await phone.UntilAsync("Que voulez-vous");
        var answers = await Task.WhenAll(bot.PostAsync(ServedWebhook.Says(2, phone.ChatId, "atelier")), bot.PostAsync(ServedWebhook.Says(2, phone.ChatId, "atelier")));
        Assert.Equal((200, 200), (answers[0], answers[1]));
        await phone.UntilAsync("Quel jour");
        Assert.Contains(telegram.Calls, c => c.Method == "setWebhook" && (string?)c.Body["secret_token"] == ServedWebhook.Secret);
        using var database = await FieldDatabase.OpenAsync(place.Address, TestContext.Current.CancellationToken);
        await using var db = database.NewContext();
        Assert.Equal(2, await db.SeenUpdates.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    [Trait("Ligne", "F13")]
    public async Task AfterMoreThanADayOfAbsenceEachActivePersonIsToldOnce()
    {
        var (aminata, code) = (telegram.NewPhone(), await InviteAsync("Aminata"));
        await using (var bot = await ServedWebhook.StartAsync(place, telegram))
        {
            await bot.PostAsync(ServedWebhook.Says(1, aminata.ChatId, "/start " + code));
            await aminata.UntilAsync("Que voulez-vous");
            await bot.UntilAsync(async () => await ReadAsync(db => db.Presence.CountAsync()) > 0);
        }

        await WasLastThereAsync(TimeSpan.FromHours(30));
        await using (var bot = await ServedWebhook.StartAsync(place, telegram))
        {
            await aminata.UntilAsync("J'étais absent du ");
            await bot.UntilAsync(async () => await ReadAsync(db => db.Outbox.CountAsync()) == 0);
        }

        await using var again = await ServedWebhook.StartAsync(place, telegram);
        await again.PostAsync(ServedWebhook.Says(2, aminata.ChatId, "aide"));
        await aminata.UntilAsync("Écrivez");
        Assert.Single(aminata.Screen, m => m.Text.Contains("J'étais absent du ", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Base", "postgres")]
    [Trait("Ligne", "F10")]
    public async Task OfTwoReplicasOnePollsAndTheOtherTakesOver()
    {
        await using var first = await ServedWebhook.StartAsync(place, telegram, polling: true);
        await first.UntilAsync(async () => (await first.GetAsync("/health/ready")).Body.Contains("interrogation", StringComparison.Ordinal));
        await using var second = await ServedWebhook.StartAsync(place, telegram, polling: true);
        Assert.Contains("en attente", (await second.GetAsync("/health/ready")).Body, StringComparison.Ordinal);
        first.Kill();
        await second.UntilAsync(async () => (await second.GetAsync("/health/ready")).Body.Contains("interrogation", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Base", "postgres")]
    [Trait("Ligne", "F09")]
    public async Task TwoReplicasHandleEachUpdateOnceAlsoWhenOneIsKilled()
    {
        List<(PartnerPhone Phone, string Code, string Place)> people = [];
        foreach (var town in new[] { "Koro", "Bankass", "Douentza", "Niono" })
            people.Add((telegram.NewPhone(), await InviteAsync(town), town));
        var replicas = new[] { await ServedWebhook.StartAsync(place, telegram), await ServedWebhook.StartAsync(place, telegram) };
        await using var one = replicas[0];
        await using var two = replicas[1];
        string[] words = ["atelier", "hier", "lieu", "25 dont 9 femmes", "passer", "passer", "passer", "oui"];
        await Task.WhenAll(people.Select(async (p, i) =>
        {
            foreach (var (n, text) in words.Prepend("/start " + p.Code).Select(w => w == "lieu" ? p.Place : w).Index())
            {
                if ((i, n) == (0, 5))
                    one.Kill();
                var body = ServedWebhook.Says((1000 * (i + 1)) + n, p.Phone.ChatId, text);
                while (!(await Task.WhenAll(one.PostAsync(body), two.PostAsync(body))).Contains(200))
                    await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }));
        foreach (var (phone, _, _) in people)
            await phone.UntilAsync("Reçu, n° ");
        using var database = await FieldDatabase.OpenAsync(place.Address, TestContext.Current.CancellationToken);
        await using var db = database.NewContext();
        Assert.Equal(people.Count, await db.Submissions.Select(s => s.Receipt).Distinct().CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(people.Count * (words.Length + 1), await db.SeenUpdates.CountAsync(TestContext.Current.CancellationToken));
    }

    private async Task<int> ReadAsync(Func<FieldDb, Task<int>> read)
    {
        using var database = await FieldDatabase.OpenAsync(place.Address);
        await using var db = database.NewContext();
        return await read(db);
    }

    private async Task WasLastThereAsync(TimeSpan ago)
    {
        using var database = await FieldDatabase.OpenAsync(place.Address);
        var at = (DateTimeOffset.UtcNow - ago).UtcTicks;
        await database.WriteAsync(db => db.Presence.ExecuteUpdateAsync(p => p.SetProperty(x => x.At, at)), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await telegram.DisposeAsync();
        place.Dispose();
    }

    private async Task<string> InviteAsync(string name)
    {
        using var database = await FieldDatabase.OpenAsync(place.Address);
        return await database.WriteAsync(db => Task.FromResult(Invitations.Create(db, new Invitee(Role.Partner, name, "ML0505"), TimeProvider.System.GetUtcNow())), CancellationToken.None);
    }
}
