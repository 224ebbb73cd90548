using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PbfFieldBot.Data;
using PbfFieldBot.TestKit.Processes;
using Xunit;

namespace PbfFieldBot.Tests.Faults;

[Trait("Base", "sqlite")]
public sealed class MigrationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<int> Writes => [.. FaultScene.Whole ? Enumerable.Range(1, 200) : [12, 60, 110]];

    [Theory]
    [Trait("Ligne", "F16")]
    [MemberData(nameof(Writes))]
    public async Task KilledAtAnyWriteOfAnUpdateOfTheSchemaTheNextStartFinishesIt(int write)
    {
        var file = folder["bot.db"];
        await OldAsync(file, "20261124144106_Initial");
        await BotProcess.RunAsync([.. BotProcess.KilledAtWrite(write), BotProcess.Executable, "migrate", "--db", file]);
        using var database = await FieldDatabase.OpenAsync("Data Source=" + file, CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(2), CancellationToken.None);
        await using var db = database.NewContext();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(CancellationToken.None));
        Assert.Equal(1, await db.Organisations.CountAsync(CancellationToken.None));
    }

    [Fact]
    [Trait("Ligne", "F16")]
    public async Task ACopyFromBeforeTheUpdateStays()
    {
        var file = folder["bot.db"];
        await OldAsync(file, "20261124144106_Initial");
        using (await FieldDatabase.OpenAsync("Data Source=" + file, CancellationToken.None))
        {
            await using var copy = new SqliteFieldDb(SqliteFieldDb.OptionsFor($"Data Source={file}.avant-mise-a-jour-20261124144106;Pooling=False"));
            Assert.Equal(["20261124144106_Initial"], await copy.Database.GetAppliedMigrationsAsync(CancellationToken.None));
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private static async Task OldAsync(string file, string schema)
    {
        await using var db = new SqliteFieldDb(SqliteFieldDb.OptionsFor($"Data Source={file};Pooling=False"));
        await db.GetService<IMigrator>().MigrateAsync(schema);
        await db.Database.ExecuteSqlRawAsync("INSERT INTO Organisations (Name, Key, Kind, Area) VALUES ('OSC Benkadi', 'osc benkadi', 'osc', 'ML05')");
    }
}
