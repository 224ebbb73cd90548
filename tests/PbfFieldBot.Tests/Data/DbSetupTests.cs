using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using Xunit;

namespace PbfFieldBot.Tests.Data;

[Trait("Base", "sqlite")]
public sealed class DbSetupTests : IDisposable
{
    private static readonly CancellationToken Stop = CancellationToken.None;
    private readonly TemporaryFolder folder = new();

    private string File => folder["base/bot.db"];

    private string Connection => "Data Source=" + File;

    [Fact]
    public async Task TheFolderAndTheTablesAreMade()
    {
        using var database = await FieldDatabase.OpenAsync(Connection, Stop);
        await using var db = database.NewContext();
        Assert.Equal(0, await db.Submissions.CountAsync(Stop));
        Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(File)!), f => f.Contains("avant-mise-a-jour", StringComparison.Ordinal) || f.Contains(".new", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Ligne", "F02")]
    public async Task EveryConnectionHasTheSettingsThatAReceiptRelyOn()
    {
        using var database = await FieldDatabase.OpenAsync(Connection, Stop);
        foreach (var db in Enumerable.Range(0, 3).Select(_ => database.NewContext()))
        {
            Assert.Equal("wal", await PragmaAsync(db, "journal_mode"));
            Assert.Equal("2", await PragmaAsync(db, "synchronous"));
            Assert.Equal("1", await PragmaAsync(db, "foreign_keys"));
            Assert.Equal("1", await PragmaAsync(db, "secure_delete"));
            Assert.Equal("0", await PragmaAsync(db, "trusted_schema"));
            Assert.Equal("7000", await PragmaAsync(db, "busy_timeout"));
            Assert.Equal("2", await PragmaAsync(db, "auto_vacuum"));
        }
    }

    [Fact]
    public async Task AReaderNeverWaitsForTheWriter()
    {
        using var database = await FieldDatabase.OpenAsync(Connection, Stop);
        await database.WriteAsync(
            async writer =>
            {
                await writer.Database.ExecuteSqlRawAsync("UPDATE \"People\" SET \"Name\" = 'x'", Stop);
                await using var reader = new SqliteFieldDb(SqliteFieldDb.OptionsFor(Connection + ";Default Timeout=1;Pooling=False"));
                return await reader.People.CountAsync(Stop);
            },
            Stop);
    }

    [Fact]
    public async Task TheMigrationsOfBothDatabasesHoldEverythingThatTheEntitiesSay()
    {
        await using var file = new SqliteFieldDb(SqliteFieldDb.OptionsFor(Connection));
        await using var server = new PostgresFieldDb(PostgresFieldDb.OptionsFor("Host=localhost"));
        Assert.False(file.Database.HasPendingModelChanges(), "run src/add-migration.sh");
        Assert.False(server.Database.HasPendingModelChanges(), "run src/add-migration.sh");
    }

    [Fact]
    [Trait("Ligne", "F16")]
    public async Task ALockLeftByAKilledProcessDoesNotHoldUpTheNextStart()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await ExecuteAsync("CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2020-11-12')");
        using var database = await FieldDatabase.OpenAsync(Connection, Stop).WaitAsync(TimeSpan.FromMinutes(2), Stop);
        await using var db = database.NewContext();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Stop));
    }

    [Fact]
    [Trait("Ligne", "F16")]
    public async Task AProcessKilledAtAnyWriteOfTheMigrationLeavesABaseThatTheNextStartFinishes()
    {
        for (var write = 10; write <= 160; write += 30)
        {
            var file = folder[$"killed-{write}.db"];
            await RunMigrateAsync("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=pwrite64", "-e", $"inject=pwrite64:signal=KILL:when={write}", Program, "migrate", "--db", file);
            using var database = await FieldDatabase.OpenAsync("Data Source=" + file, Stop).WaitAsync(TimeSpan.FromMinutes(2), Stop);
            await using var db = database.NewContext();
            Assert.Empty(await db.Database.GetPendingMigrationsAsync(Stop));
            Assert.Equal(0, await db.Outbox.CountAsync(Stop));
        }
    }

    [Fact]
    [Trait("Ligne", "F16")]
    public async Task SeveralStartsAtOncePrepareTheBaseOnce()
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => FieldDatabase.OpenAsync(Connection, Stop))));
        Assert.All(databases, d => d.Dispose());
    }

    [Fact]
    [Trait("Ligne", "F15")]
    public async Task AnotherFileIsRefusedAndNotTouched()
    {
        var file = folder["rapport.docx"];
        await System.IO.File.WriteAllTextAsync(file, "PK not a database, but somebody's report", Stop);
        var refusal = await Assert.ThrowsAsync<RefusedException>(() => FieldDatabase.OpenAsync("Data Source=" + file, Stop));
        Assert.Equal($"Le fichier {file} n'est pas une base de PbfFieldBot ; il n'a pas été touché.", refusal.Message);
        Assert.Equal("PK not a database, but somebody's report", await System.IO.File.ReadAllTextAsync(file, Stop));
    }

    [Fact]
    [Trait("Ligne", "B19")]
    public async Task AFolderThatCannotBeMadeIsRefusedByTheKey()
    {
        await System.IO.File.WriteAllTextAsync(folder["plain-file"], "", Stop);
        var refusal = await Assert.ThrowsAsync<RefusedException>(() => FieldDatabase.OpenAsync("Data Source=" + folder["plain-file/bot.db"], Stop));
        Assert.Equal("La base ne peut pas être écrite à l'endroit que nomme Database__ConnectionString ou --db : vérifiez le dossier et ses droits.", refusal.Message);
    }

    [Fact]
    public async Task ABaseThatIsNotThereIsNotMadeByWhatOnlyReads()
    {
        await Assert.ThrowsAsync<RefusedException>(() => FieldDatabase.OpenExistingAsync(Connection, Stop));
        Assert.False(System.IO.File.Exists(File));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "pbf-field-bot");

    private static async Task<string?> PragmaAsync(FieldDb db, string name)
    {
        await db.Database.OpenConnectionAsync(Stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + name;
        return Convert.ToString(await command.ExecuteScalarAsync(Stop), System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection(Connection);
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Stop);
    }

    private static async Task RunMigrateAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Dialogs__Path"] = AppContext.BaseDirectory;
        using var process = Process.Start(start)!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
        await process.WaitForExitAsync(Stop);
    }
}
