using Microsoft.Data.Sqlite;
using PbfFieldBot.TestKit.Processes;
using Xunit;

namespace PbfFieldBot.Tests.Faults;

/// <summary>The power goes: only what was synced is on the disk. Rebuilt from the program's own system calls.</summary>
[Trait("Base", "sqlite")]
public sealed class PowerCutTests
{
    [Fact]
    [Trait("Ligne", "F02")]
    public async Task AReceiptIsSentOnlyWhenItsReportIsOnTheDisk()
    {
        await using var scene = await FaultScene.OpenAsync();
        var log = Path.Combine(scene.Folder, "calls.log");
        var (aminata, code) = await scene.InviteAsync();
        var before = await File.ReadAllBytesAsync(scene.File, CancellationToken.None);
        scene.Start(SystemCalls.Recorded(log));
        aminata.Start(code);
        await scene.SeesAsync(aminata, "Que voulez-vous");
        var receipts = new List<string>();
        for (var report = 0; report < (FaultScene.Whole ? 10 : 2); report++)
        {
            aminata.Say($"Atelier hier à Koro, {20 + report} participants dont 9 femmes");
            await scene.SeesAsync(aminata, "J'envoie ?");
            aminata.Say("oui");
            await scene.SeesAsync(aminata, "Reçu, n° ");
            receipts.Add(FaultScene.ReceiptsSeenBy(aminata)[^1]);
        }

        await scene.Bot.KillAsync();
        var calls = SystemCalls.Read(log);
        foreach (var receipt in receipts)
        {
            var place = Directory.CreateDirectory(Path.Combine(scene.Folder, receipt)).FullName;
            calls.WriteWhatWasSynced(scene.File, before, receipt, place);
            Assert.Contains(receipt, await ReceiptsAsync(Path.Combine(place, "bot.db")));
        }
    }

    private static async Task<List<string>> ReceiptsAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", await command.ExecuteScalarAsync());
        command.CommandText = "SELECT Receipt FROM Submissions";
        await using var rows = await command.ExecuteReaderAsync();
        List<string> receipts = [];
        while (await rows.ReadAsync())
            receipts.Add(rows.GetString(0));
        return receipts;
    }
}
