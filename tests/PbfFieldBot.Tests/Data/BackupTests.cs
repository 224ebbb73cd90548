using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.TestKit;
using PbfFieldBot.Tests.Commands;
using PbfFieldBot.Tests.Indicators;
using Xunit;
using static PbfFieldBot.Tests.Indicators.Ledger;

namespace PbfFieldBot.Tests.Data;

[Trait("Base", "sqlite")]
public sealed class BackupTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private Ledger ledger = null!;

    [Fact]
    [Trait("Ligne", "F17")]
    public async Task ABackupOfADatabaseInUseProvesItself()
    {
        await RunAsync($"backup {folder["copie.db"]} --db {ledger.SqliteFile}");
        Assert.Equal("La sauvegarde est bonne : 2 rapports, 18 indicateurs recalculés à l'identique.", await RunAsync($"verify-backup {folder["copie.db"]}"));
        Assert.Equal(["copie.db"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    [Trait("Ligne", "F17")]
    public async Task ARestoredBackupGivesTheSameFigures()
    {
        await RunAsync($"backup {folder["copie.db"]} --db {ledger.SqliteFile}");
        await RunAsync($"restore {folder["copie.db"]} --db {folder["autre.db"]}");
        Assert.Equal(await RunAsync($"indicators --format json --db {ledger.SqliteFile}"), await RunAsync($"indicators --format json --db {folder["autre.db"]}"));
    }

    [Fact]
    [Trait("Ligne", "F17")]
    public async Task ACutBackupIsRefusedAndTheDatabaseStays()
    {
        await RunAsync($"backup {folder["copie.db"]} --db {ledger.SqliteFile}");
        using (var cut = File.OpenWrite(folder["copie.db"]))
            cut.SetLength(cut.Length / 2);
        await File.WriteAllTextAsync(folder["ancienne.db"], "ancienne", CancellationToken.None);
        Assert.Equal($"La sauvegarde {folder["copie.db"]} est abîmée ou coupée ; rien n'a été changé.", await RefusedAsync($"restore {folder["copie.db"]} --force --db {folder["ancienne.db"]}"));
        Assert.Equal("ancienne", await File.ReadAllTextAsync(folder["ancienne.db"], CancellationToken.None));
    }

    [Fact]
    public async Task AnExistingDatabaseIsReplacedOnlyWhenForcedAndKeptAside()
    {
        await RunAsync($"backup {folder["copie.db"]} --db {ledger.SqliteFile}");
        await RunAsync($"restore {folder["copie.db"]} --db {folder["autre.db"]}");
        Assert.Equal($"La base {folder["autre.db"]} existe déjà. Avec --force, elle est gardée à part et remplacée.", await RefusedAsync($"restore {folder["copie.db"]} --db {folder["autre.db"]}"));
        Assert.Contains("L'ancienne base est gardée : ", await RunAsync($"restore {folder["copie.db"]} --force --db {folder["autre.db"]}"), StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(folder.Path, "autre.db.avant-*"), f => !f.EndsWith("-wal", StringComparison.Ordinal) && !f.EndsWith("-shm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ARestoreWaitsForTheBotToBeStopped()
    {
        await RunAsync($"backup {folder["copie.db"]} --db {ledger.SqliteFile}");
        using var running = PbfFieldBot.Data.RunningMark.TryTake("Data Source=" + ledger.SqliteFile);
        Assert.Equal($"Un bot tourne sur la base {ledger.SqliteFile} : arrêtez-le d'abord.", await RefusedAsync($"restore {folder["copie.db"]} --force --db {ledger.SqliteFile}"));
    }

    [Fact]
    [Trait("Ligne", "F15")]
    public async Task ServeRefusesADamagedFileNamesTheLastBackupAndDoesNotTouchIt()
    {
        await PbfFieldBot.Data.Backup.WriteDailyAsync("Data Source=" + ledger.SqliteFile, folder.Path, 2, new DateOnly(2020, 11, 12), CancellationToken.None);
        await RunAsync($"backup {folder["abimee.db"]} --db {ledger.SqliteFile}");
        using (var cut = File.OpenWrite(folder["abimee.db"]))
            cut.SetLength(cut.Length / 2);
        var before = await File.ReadAllBytesAsync(folder["abimee.db"], CancellationToken.None);
        var (code, _, error) = await ProgramRun.RunAsync(Repository.Root, $"serve --db {folder["abimee.db"]}", ("Backup__Folder", folder.Path));
        Assert.Equal((1, $"La base {folder["abimee.db"]} est abîmée ; elle n'a pas été touchée. La dernière sauvegarde est {folder["pbf-field-bot-2020-11-12.db"]} : reprenez-la par « restore »."), (code, error));
        Assert.Equal(before, await File.ReadAllBytesAsync(folder["abimee.db"], CancellationToken.None));
    }

    [Fact]
    public async Task OneDailyBackupIsWrittenAndTheOldestGo()
    {
        for (var day = 10; day <= 13; day++)
            Assert.True(await PbfFieldBot.Data.Backup.WriteDailyAsync("Data Source=" + ledger.SqliteFile, folder.Path, 2, new DateOnly(2020, 11, day), CancellationToken.None));
        Assert.False(await PbfFieldBot.Data.Backup.WriteDailyAsync("Data Source=" + ledger.SqliteFile, folder.Path, 2, new DateOnly(2020, 11, 13), CancellationToken.None));
        Assert.Equal(["pbf-field-bot-2020-11-12.db", "pbf-field-bot-2020-11-13.db"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    public async ValueTask InitializeAsync()
    {
        ledger = await OpenFileAsync();
        await ledger.FileAsync("formation", "2020-03-05", "ML0505", SubmissionStatus.Approved, Choice("audience", "comites"), Headcount(15, 6));
        await ledger.FileAsync("formation", "2020-04-05", "ML0505", SubmissionStatus.Received, Choice("audience", "comites"), Headcount(8, 2));
    }

    public async ValueTask DisposeAsync()
    {
        await ledger.DisposeAsync();
        folder.Dispose();
    }

    private static async Task<string> RunAsync(string arguments)
    {
        var (code, output, error) = await ProgramRun.RunAsync(Repository.Root, arguments);
        Assert.Equal((0, ""), (code, error));
        return output;
    }

    private static async Task<string> RefusedAsync(string arguments)
    {
        var (code, _, error) = await ProgramRun.RunAsync(Repository.Root, arguments);
        Assert.Equal(1, code);
        return error;
    }
}
