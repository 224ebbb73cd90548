using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Tests.Commands;
using PbfFieldBot.Tests.Indicators;
using Xunit;
using static PbfFieldBot.Tests.Indicators.Ledger;

namespace PbfFieldBot.Tests.Faults;

/// <summary>The database's file is damaged, cut, empty or another one: seen at the start, before anything is written, and the last good backup is named.</summary>
[Trait("Base", "sqlite")]
[Trait("Ligne", "F15")]
public sealed class DamagedFileTests : IAsyncLifetime
{
    private const byte Damage = 0xFF;
    private readonly TemporaryFolder folder = new();
    private byte[] sound = [];

    private string File => folder["bot.db"];

    [Fact]
    public void AByteThatChangedIsSeenWhereverItBreaksTheFileOrATextInIt()
    {
        var (random, places, seen) = (new Random(15), FaultScene.Whole ? 2000 : 200, 0);
        var says = Content(sound);
        for (var n = 0; n < places; n++)
        {
            var damaged = (byte[])sound.Clone();
            var place = n < 100 ? n : random.Next(sound.Length);
            damaged[place] = damaged[place] == Damage ? (byte)0 : Damage;
            System.IO.File.WriteAllBytes(File, damaged);
            var refused = Record.Exception(() => FileCheck.RefuseDamaged("Data Source=" + File, folder["copies"])) is RefusedException;
            seen += refused ? 1 : 0;
            Assert.Equal(damaged, System.IO.File.ReadAllBytes(File));
            Assert.True(refused || Content(damaged) == says, $"the byte at {place} changed what is stored and was not seen");
        }

        Assert.InRange(seen, places / 20, places);
    }

    [Theory]
    [InlineData("cut", "La base {0} est abîmée ; elle n'a pas été touchée.")]
    [InlineData("page", "La base {0} est abîmée ; elle n'a pas été touchée.")]
    [InlineData("for reading only", "La base {0} est abîmée ; elle n'a pas été touchée.")]
    [InlineData("empty", "Le fichier {0} est vide : ce n'est pas une base de PbfFieldBot ; il n'a pas été touché.")]
    [InlineData("another", "Le fichier {0} n'est pas une base de PbfFieldBot ; il n'a pas été touché.")]
    [InlineData("another database", "Le fichier {0} n'est pas une base de PbfFieldBot ; il n'a pas été touché.")]
    public async Task ServeRefusesItNamesTheLastGoodBackupAndTouchesNothing(string damage, string sentence)
    {
        System.IO.File.WriteAllBytes(File, damage switch
        {
            "cut" => sound[..(sound.Length / 2)],
            "page" => [.. sound[..4096], Damage, .. sound[4097..]],
            "for reading only" => [.. sound[..18], Damage, .. sound[19..]],
            "empty" => [],
            "another" => "PK somebody's report"u8.ToArray(),
            _ => await AnotherDatabaseAsync(),
        });
        System.IO.File.WriteAllBytes(folder["copies/pbf-field-bot-2020-11-13.db"], sound[..5000]);
        var before = Hash();
        var (code, output, error) = await ProgramRun.RunAsync(folder.Path, $"serve --db {File}", ("Backup__Folder", folder["copies"]));
        var advice = $"La dernière sauvegarde est {folder["copies/pbf-field-bot-2020-11-12.db"]} : reprenez-la par « restore ».";
        Assert.Equal((1, "", string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, File) + " " + advice), (code, output, error));
        Assert.Equal(before, Hash());
        Assert.Equal(2, Directory.EnumerateFiles(folder["copies"]).Count());
    }

    [Fact]
    public async Task AFileThatIsDamagedWhileTheBotRunsEndsItBeforeMoreIsWritten()
    {
        await using var scene = await FaultScene.OpenAsync();
        scene.Start();
        var aminata = await scene.EnrolAsync();
        await scene.ReportAsync(aminata);
        // What is still in the log beside the file would be read from there, sound.
        await scene.Bot.TerminateAsync();
        scene.Start();
        await scene.ReportAsync(aminata, day: FaultScene.DayApart(1));
        await using (var stream = new FileStream(scene.File, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            stream.Position = 4096;
            stream.Write(new byte[stream.Length - 4096]);
        }

        await scene.Bot.EndAsync();
        Assert.Contains($"La base {scene.File} s'est abîmée pendant que le bot marchait : il s'arrête pour ne rien aggraver. Reprenez la dernière sauvegarde par « restore ».", scene.Bot.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterAPowerCutTheDamageIsSeenBesideALogThatIsStillToBeRead()
    {
        await using var scene = await FaultScene.OpenAsync();
        scene.Start();
        await scene.ReportAsync(await scene.EnrolAsync());
        await scene.Bot.KillAsync();
        await FlipAsync(scene.File, 4096 + 100);
        var files = new[] { scene.File, scene.File + "-wal" };
        var before = files.Select(f => Convert.ToHexString(SHA256.HashData(System.IO.File.ReadAllBytes(f)))).ToList();
        var (code, _, error) = await ProgramRun.RunAsync(scene.Folder, $"serve --db {scene.File}");
        Assert.Equal((1, $"La base {scene.File} est abîmée ; elle n'a pas été touchée. Reprenez la dernière sauvegarde par « restore »."), (code, error));
        Assert.Equal(before, files.Select(f => Convert.ToHexString(SHA256.HashData(System.IO.File.ReadAllBytes(f)))));
    }

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder["copies"]);
        await using var ledger = await OpenFileAsync();
        for (var day = 1; day <= 28; day++)
            await ledger.FileAsync("formation", $"2020-03-{day:00}", "ML0505", SubmissionStatus.Approved, Choice("audience", "comites"), Headcount(15, 6));
        await Backup.WriteDailyAsync("Data Source=" + ledger.SqliteFile, folder["copies"], 2, new DateOnly(2020, 11, 12), CancellationToken.None);
        sound = await System.IO.File.ReadAllBytesAsync(folder["copies/pbf-field-bot-2020-11-12.db"]);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    // All rows of all tables, as they read. That a number became another one nobody can see: SQLite keeps no checksums.
    private string Content(byte[] file)
    {
        System.IO.File.WriteAllBytes(folder["read.db"], file);
        using var connection = new SqliteConnection($"Data Source={folder["read.db"]};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
        List<string> tables = [];
        using (var rows = command.ExecuteReader())
            while (rows.Read())
                tables.Add(rows.GetString(0));
        var text = new System.Text.StringBuilder();
        foreach (var table in tables)
        {
            command.CommandText = $"SELECT * FROM \"{table}\"";
            using var rows = command.ExecuteReader();
            while (rows.Read())
                for (var column = 0; column < rows.FieldCount; column++)
                    text.Append(table).Append('|').Append(rows.GetValue(column) is string words ? words : "").Append('\n');
        }

        return text.ToString();
    }

    private async Task<byte[]> AnotherDatabaseAsync()
    {
        await using (var connection = new SqliteConnection($"Data Source={folder["other.db"]};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE Somebody (Name TEXT)";
            await command.ExecuteNonQueryAsync();
        }

        return await System.IO.File.ReadAllBytesAsync(folder["other.db"]);
    }

    private static async Task FlipAsync(string file, long place)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Position = place;
        var now = stream.ReadByte();
        stream.Position = place;
        stream.WriteByte((byte)(now ^ Damage));
    }

    private string Hash() => Convert.ToHexString(SHA256.HashData(System.IO.File.ReadAllBytes(File)));
}
