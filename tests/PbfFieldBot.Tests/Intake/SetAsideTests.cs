using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Channels;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Intake;
using PbfFieldBot.Submissions;
using PbfFieldBot.Tests.Commands;
using Xunit;

namespace PbfFieldBot.Tests.Intake;

[Trait("Ligne", "F14")]
public sealed class SetAsideTests : IAsyncLifetime
{
    private FieldBotApp app = null!;

    [Fact]
    [Trait("Base", "sqlite")]
    public async Task AMessageThatFailsThreeTimesIsKeptSealedAndTheCoordinatorIsTold()
    {
        var oumar = await app.EnrolAsync(Role.Coordinator, "Oumar");
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        await PoisonAsync();
        await aminata.TapsAsync("Réunion de comité");
        aminata.ReadAway();
        await app.TakeAsync(aminata.Says("canari"), aminata.Says("aide"));
        Assert.Equal("Je n'ai pas pu traiter votre dernier message, il est mis de côté et l'équipe le verra. Vous pouvez continuer.", aminata.News()[0]);
        Assert.StartsWith("Un message de Aminata n'a pas pu être traité : il est mis de côté (n° ", oumar.Last(), StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(await app.RowsAsync<SetAsideUpdate>()).Tries);
        Assert.True(Assert.Single(await app.RowsAsync<SetAsideUpdate>()).Content.AsSpan().IndexOf("canari"u8) < 0);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(app.Database.KeyFile) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    [Trait("Base", "sqlite")]
    public async Task AMessageAtWhichTheDatabaseStumblesIsSetAsideAndNotTriedForEver()
    {
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        await PoisonAsync("CREATE TRIGGER poison BEFORE UPDATE ON Conversations WHEN NEW.State LIKE '%canari%' BEGIN SELECT abs(-9223372036854775808); END");
        await aminata.TapsAsync("Réunion de comité");
        var outcome = await app.TakeAsync(aminata.Says("canari"), aminata.Says("aide"));
        Assert.Equal(new BatchOutcome(1, 0, 1), outcome);
        Assert.Equal("SqliteException", Assert.Single(await app.RowsAsync<SetAsideUpdate>()).Error);
    }

    [Fact]
    [Trait("Base", "sqlite")]
    public async Task TriedAgainAfterTheCauseIsGoneItIsHandledAsIfItCameNow()
    {
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        await PoisonAsync();
        await aminata.TapsAsync("Réunion de comité");
        await aminata.SaysAsync("canari");
        Assert.Single(await app.RowsAsync<SetAsideUpdate>());
        await HealAsync();
        Assert.Matches("^Message [0-9]+ : traité. La réponse part par le bot.$", (await RunAsync("retry")).Output);
        aminata.ReadAway();
        app.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        await app.SendAsync();
        Assert.Contains("canari", aminata.Last(), StringComparison.Ordinal);
        Assert.Empty(await app.RowsAsync<SetAsideUpdate>());
        Assert.Equal((0, "Rien n'est mis de côté.", ""), await RunAsync("list"));
    }

    [Fact]
    [Trait("Base", "sqlite")]
    public async Task WithoutTheKeyThatSealedItDoctorSaysThatItCannotBeOpenedHere()
    {
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        await PoisonAsync();
        await aminata.TapsAsync("Réunion de comité");
        await aminata.SaysAsync("canari");
        File.Delete(app.Database.KeyFile);
        var (_, output, _) = await ProgramRun.RunAsync(Environment.CurrentDirectory, "doctor " + app.Arguments);
        Assert.Contains($"1 message est mis de côté : « set-aside list » le montre. Il est scellé par une autre clé que {app.Database.KeyFile} : copiez ici la clé de la machine qui l'a reçu, ou traitez-le là-bas.", output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Base", "sqlite")]
    public async Task ATryThatFailsAgainStaysVisible()
    {
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        await PoisonAsync();
        await aminata.TapsAsync("Réunion de comité");
        await aminata.SaysAsync("canari");
        var id = (await app.RowsAsync<SetAsideUpdate>())[0].UpdateId;
        Assert.Equal((1, $"Message {id} : échoue encore, il reste de côté.", ""), await RunAsync($"retry {id}"));
        Assert.Contains("Aminata  4 essais  SqliteException", (await RunAsync("list")).Output, StringComparison.Ordinal);
        Assert.Equal((1, "", "Aucun message mis de côté n'a le numéro 77."), await RunAsync("retry 77"));
    }

    [Fact]
    public async Task AFailedUpdateThatComesOnceMoreIsSetAsideOnce()
    {
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        var garbled = app.Update(aminata.Chat, new Garbled("{}"));
        Assert.Equal(1, (await app.TakeAsync(garbled)).SetAside);
        await app.TakeAsync(garbled, aminata.Says("aide"));
        Assert.Single(await app.RowsAsync<SetAsideUpdate>());
        Assert.Equal(2, aminata.News().Count);
    }

    [Fact]
    public async Task WhatWasKeptThirtyDaysGoes()
    {
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        await app.TakeAsync(app.Update(aminata.Chat, new Garbled("{}")));
        app.Clock.Advance(TimeSpan.FromDays(31));
        await aminata.SaysAsync("aide");
        Assert.Empty(await app.RowsAsync<SetAsideUpdate>());
    }

    [Fact]
    public async Task ThirtyFaultyUpdatesAmongTwoHundredGoodOnesHoldUpNobody()
    {
        var phones = new List<Phone>();
        for (var i = 0; i < 20; i++)
            phones.Add(await app.EnrolAsync(Role.Partner, "P" + i));
        var batch = Enumerable.Range(0, 230).Select(i => i % 8 == 7 ? app.Update(phones[i % 20].Chat, new Garbled("{\"n\":" + i + "}")) : phones[i % 20].Says("aide")).ToList();
        var outcome = new BatchOutcome(0, 0, 0);
        foreach (var hundred in batch.Chunk(100))
            outcome += await app.TakeAsync(hundred);
        Assert.Equal(new BatchOutcome(202, 0, 28), outcome);
        Assert.All(phones, p => Assert.NotEmpty(p.News()));
    }

    [Fact]
    public void EveryHappeningAndInputCanBeStoredAndReadBack()
    {
        var kinds = typeof(Happening).Assembly.GetTypes().Concat(typeof(Input).Assembly.GetTypes()).Where(t => t.IsSubclassOf(typeof(Happening)) || t.IsSubclassOf(typeof(Input)));
        Assert.Equal(kinds.Select(k => k.Name).Order(StringComparer.Ordinal), UpdateJson.Kinds.Select(k => k.Name).Order(StringComparer.Ordinal));
        var update = new ChannelUpdate("telegram", 5_000_000_000, 4_503_599_627_370_495, 3, FieldBotApp.Morning, new Said(new Point(14.5, -4.2, null)));
        Assert.Equal(update, UpdateJson.Read(UpdateJson.Write(update)));
    }

    public async ValueTask InitializeAsync() => app = await FieldBotApp.StartAsync(SmallDialogs.Meeting);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    // A conversation that holds the word cannot be stored.
    private Task PoisonAsync(string poison = "CREATE TRIGGER poison BEFORE UPDATE ON Conversations WHEN NEW.State LIKE '%canari%' BEGIN SELECT RAISE(ABORT, 'poison'); END") =>
        app.Database.WriteAsync(db => db.Database.ExecuteSqlRawAsync(poison), CancellationToken.None);

    private Task HealAsync() => app.Database.WriteAsync(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER poison"), CancellationToken.None);

    private Task<(int Code, string Output, string Error)> RunAsync(string arguments) => ProgramRun.RunAsync(Environment.CurrentDirectory, $"set-aside {arguments} {app.Arguments}");
}
