using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Submissions;
using PbfFieldBot.TestKit.Processes;
using PbfFieldBot.Tests.Channels.Telegram;
using Xunit;

namespace PbfFieldBot.Tests.Faults;

/// <summary>The disk is full, fails to sync, or somebody else holds the database: people are told, nothing is confirmed, all goes through afterwards.</summary>
[Trait("Base", "sqlite")]
public sealed class DiskTests
{
    private const string NotSaved = "n'est pas encore enregistré";

    [Fact]
    [Trait("Ligne", "F03")]
    public async Task WhileTheDiskIsFullPeopleAreToldAndThenAllGoesThrough()
    {
        var place = Directory.CreateTempSubdirectory("pbf-small-disk-").FullName;
        await RunAsync("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", place);
        try
        {
            await using (var scene = await FaultScene.OpenAsync(place))
            {
                scene.Start();
                var aminata = await scene.EnrolAsync();
                await FillAsync(Path.Combine(place, "filler"));
                aminata.Say("Atelier hier à Koro, 25 participants dont 9 femmes");
                await scene.SeesAsync(aminata, NotSaved);
                Assert.True(scene.Telegram.Unconfirmed > 0);
                Assert.Empty(FaultScene.ReceiptsSeenBy(aminata));
                File.Delete(Path.Combine(place, "filler"));
                await scene.SeesAsync(aminata, "J'envoie ?");
                aminata.Say("oui");
                await scene.SeesAsync(aminata, "Reçu, n° ");
                Assert.Single(aminata.Screen, m => m.Text.Contains(NotSaved, StringComparison.Ordinal));
                await scene.CheckPromisesAsync(1, aminata);
            }
        }
        finally
        {
            await RunAsync("umount", "-l", place);
            Directory.Delete(place);
        }
    }

    [Fact]
    [Trait("Ligne", "F03")]
    public async Task WhenASyncFailsNoReceiptIsSentForWhatIsNotOnTheDisk()
    {
        await using var scene = await FaultScene.OpenAsync();
        scene.Start(BotProcess.Failing("fdatasync,fsync", "EIO", "12..15"));
        var aminata = await scene.EnrolAsync();
        await scene.ReportAsync(aminata);
        await scene.CheckPromisesAsync(1, aminata);
    }

    [Theory]
    [Trait("Ligne", "F12")]
    [InlineData(2, false)]
    // Two writers may wait seven seconds each, one after the other, before a person is told.
    [InlineData(25, true)]
    public async Task SomebodyElseHoldsTheDatabaseShortlyOrLong(int seconds, bool told)
    {
        await using var served = await ServedBot.StartAsync(file: "");
        var aminata = await served.EnrolAsync(Role.Partner, "Aminata");
        await using (var other = new SqliteConnection($"Data Source={served.DatabaseFile};Pooling=False"))
        {
            await other.OpenAsync(CancellationToken.None);
            await using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN EXCLUSIVE";
            await hold.ExecuteNonQueryAsync(CancellationToken.None);
            aminata.Say("atelier");
            await Task.Delay(TimeSpan.FromSeconds(seconds), CancellationToken.None);
            hold.CommandText = "ROLLBACK";
            await hold.ExecuteNonQueryAsync(CancellationToken.None);
        }

        await aminata.UntilAsync("Quel jour");
        Assert.Equal(told, aminata.Screen.Any(m => m.Text.Contains(NotSaved, StringComparison.Ordinal)));
        Assert.DoesNotContain(aminata.Screen, m => m.Text.Contains("locked", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Ligne", "F17")]
    public async Task EachBackupUnderLoadHoldsEveryReportWhoseReceiptWasSentBefore()
    {
        await using var scene = await FaultScene.OpenAsync();
        scene.Start();
        var phones = new[] { await scene.EnrolAsync("Aminata"), await scene.EnrolAsync("Oumar") };
        for (var n = 0; n < (FaultScene.Whole ? 20 : 2); n++)
        {
            var copy = n;
            var talks = phones.Select((p, i) => Task.Run(() => scene.ReportAsync(p, day: FaultScene.DayApart((copy * 2) + i)))).ToList();
            var seen = phones.Sum(p => FaultScene.ReceiptsSeenBy(p).Distinct().Count());
            var file = Path.Combine(scene.Folder, $"copie-{copy}.db");
            await Backup.WriteAsync("Data Source=" + scene.File, file, CancellationToken.None);
            await Task.WhenAll(talks);
            using var restored = await FieldDatabase.OpenAsync("Data Source=" + file, CancellationToken.None);
            await using var db = restored.NewContext();
            Assert.InRange(await db.Submissions.CountAsync(CancellationToken.None), seen, int.MaxValue);
        }
    }

    [Fact]
    [Trait("Ligne", "F18")]
    public async Task ToldToStopUnderLoadItEndsByItselfAndLosesNothing()
    {
        await using var scene = await FaultScene.OpenAsync();
        scene.Start();
        var phones = new[] { await scene.EnrolAsync("Aminata"), await scene.EnrolAsync("Oumar"), await scene.EnrolAsync("Fatou") };
        var stops = FaultScene.Whole ? 30 : 2;
        for (var stop = 0; stop < stops; stop++)
        {
            for (var i = 0; i < phones.Length; i++)
                phones[i].Say($"Atelier le {FaultScene.DayApart((stop * phones.Length) + i)} à Koro, 25 participants dont 9 femmes");
            Assert.Equal(0, await scene.Bot.TerminateAsync());
            scene.Start();
            foreach (var phone in phones)
            {
                await scene.SeesAsync(phone, "J'envoie ?");
                phone.Say("oui");
                await scene.SeesAsync(phone, "Reçu, n° ");
            }
        }

        await scene.CheckPromisesAsync(phones.Length * stops, phones);
    }

    private static async Task FillAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        try
        {
            while (true)
                stream.Write(new byte[512]);
        }
        catch (IOException)
        {
            // Full, as wanted.
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
