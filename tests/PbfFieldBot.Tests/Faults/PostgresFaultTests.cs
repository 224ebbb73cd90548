using System.Net;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.People;
using PbfFieldBot.TestKit;
using PbfFieldBot.TestKit.Processes;
using PbfFieldBot.TestKit.Telegram;
using PbfFieldBot.Tests.Channels.Telegram;
using PbfFieldBot.Tests.Commands;
using Xunit;

namespace PbfFieldBot.Tests.Faults;

/// <summary>The PostgreSQL server dies and comes back, again and again, and then stays away for a while: the program lives on, confirms nothing meanwhile and loses nothing.</summary>
[Trait("Base", "postgres")]
public sealed class PostgresFaultTests
{
    private static readonly string[] Words = ["atelier", "hier", "lieu", "25 dont 9 femmes", "passer", "passer", "passer", "oui"];

    [Fact]
    [Trait("Ligne", "F11")]
    public async Task AServerThatDiesAndComesBackLosesNothingAndNothingIsConfirmedMeanwhile()
    {
        await using var server = await PostgresServer.StartNewAsync();
        await using var telegram = FakeTelegram.Start();
        List<(PartnerPhone Phone, string Code, string Town)> people = [];
        foreach (var town in new[] { "Koro", "Bankass", "Douentza" })
            people.Add((telegram.NewPhone(), await InviteAsync(server, town), town));
        var program = $"--Database:Provider=postgres \"--Database:ConnectionString={server.Connection}\"";
        await using var bot = await ServedWebhook.StartAsync(program, telegram);

        var talks = people.Select((p, i) => TalkAsync(bot, p.Phone, 1000 * (i + 1), Words.Take(4).Prepend("/start " + p.Code).Select(w => w == "lieu" ? p.Town : w))).ToList();
        for (var restart = 0; restart < (FaultScene.Whole ? 20 : 3); restart++)
            await server.RestartAsync();
        await Task.WhenAll(talks);

        await server.StopAsync();
        var goesOn = ServedWebhook.Says(1500, people[0].Phone.ChatId, Words[4]);
        Assert.Equal(503, await bot.PostAsync(goesOn));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await bot.GetAsync("/health/ready")).Status);
        await Task.Delay(TimeSpan.FromSeconds(FaultScene.Whole ? 300 : 3), CancellationToken.None);
        Assert.Equal(503, await bot.PostAsync(goesOn));
        await server.StartAsync();

        await Task.WhenAll(people.Select((p, i) => TalkAsync(bot, p.Phone, (1000 * (i + 1)) + 500, Words.Skip(4))));
        await bot.UntilAsync(async () => (await bot.GetAsync("/health/ready")).Status == HttpStatusCode.OK);
        foreach (var (phone, _, _) in people)
            await phone.UntilAsync("Reçu, n° ");
        Assert.False(bot.HasExited);
        using var database = await OpenAsync(server);
        await using var db = database.NewContext();
        Assert.Equal((await db.Submissions.Select(s => s.Receipt).ToListAsync(CancellationToken.None)).Order(StringComparer.Ordinal), people.SelectMany(p => FaultScene.ReceiptsSeenBy(p.Phone).Distinct()).Order(StringComparer.Ordinal));
        Assert.Equal((people.Count, people.Count * (Words.Length + 1)), (await db.Submissions.CountAsync(CancellationToken.None), await db.SeenUpdates.CountAsync(s => s.Channel == "telegram", CancellationToken.None)));
        var (code, output, error) = await ProgramRun.RunAsync(Path.GetTempPath(), "doctor " + program, ("Dialogs__Path", Path.Combine(Repository.Root, "dialogs")));
        Assert.True(code == 0, output + error);
    }

    // As Telegram does: one update of a chat after the other, each until it is taken.
    private static async Task TalkAsync(ServedWebhook bot, PartnerPhone phone, int update, IEnumerable<string> words)
    {
        foreach (var (n, text) in words.Index())
            while (await bot.PostAsync(ServedWebhook.Says(update + n, phone.ChatId, text)) != 200)
                await Task.Delay(50, CancellationToken.None);
    }

    private static Task<FieldDatabase> OpenAsync(PostgresServer server) => FieldDatabase.OpenAsync(PostgresAddress.Read(server.Connection)!);

    private static async Task<string> InviteAsync(PostgresServer server, string name)
    {
        using var database = await OpenAsync(server);
        return await database.WriteAsync(db => Task.FromResult(Invitations.Create(db, new Invitee(Role.Partner, name, "ML0505"), TimeProvider.System.GetUtcNow())), CancellationToken.None);
    }
}
