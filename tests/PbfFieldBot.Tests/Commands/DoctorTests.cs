using System.Text.Json;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.TestKit;
using PbfFieldBot.Tests.Indicators;
using Xunit;
using static PbfFieldBot.Tests.Indicators.Ledger;

namespace PbfFieldBot.Tests.Commands;

[Trait("Base", "sqlite")]
public sealed class DoctorTests : IAsyncLifetime
{
    private Ledger ledger = null!;

    [Fact]
    public async Task ASoundDatabaseIsSaidToBeSoundWithItsNumbers()
    {
        var (code, output, error) = await RunAsync("");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            """
            I1  [bon]      Rapports : 2, chacun avec un numéro unique et juste et toutes ses versions.
            I1  [bon]      Un rapport reçu est sur le disque avant la réponse (journal wal, synchronous 2).
            I2  [bon]      Aucun rapport n'est compté deux fois (0 envois récents sont reconnus s'ils reviennent).
            I3  [bon]      Aucune réponse n'attend d'être envoyée.
            I4  [bon]      Le fichier de la base est sain.
            """,
            string.Join('\n', output.Split('\n').Take(5)));
        Assert.EndsWith("Tout ce qui est promis est vérifié.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE Submissions SET Receipt = 'MOP-222-2' WHERE Id = 1", "I1")]
    [InlineData("DELETE FROM Revisions", "I1")]
    [InlineData("UPDATE Contributions SET Value = Value + 1", "I4")]
    [InlineData("DELETE FROM DayCells", "I4")]
    [InlineData("UPDATE MonthCells SET Women = 0", "I4")]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM People", "I4")]
    [InlineData("INSERT INTO Outbox (Channel, ChatId, Priority, DueAt, Text, Silent, Attempts) VALUES ('telegram', 1, 1, 1, 'x', 0, 0)", "I3")]
    public async Task WhatDoesNotHoldIsNamedAndTheExitCodeIsOne(string harm, string promise)
    {
        await ExecuteAsync(harm);
        var (code, output, _) = await RunAsync("--format json");
        using var json = JsonDocument.Parse(output);
        Assert.Equal((1, false), (code, json.RootElement.GetProperty("ok").GetBoolean()));
        Assert.Contains(json.RootElement.GetProperty("checks").EnumerateArray(), c => c.GetProperty("id").GetString() == promise && c.GetProperty("state").GetString() == "wrong");
    }

    public async ValueTask InitializeAsync()
    {
        ledger = await OpenFileAsync();
        await ledger.FileAsync("formation", "2020-03-05", "ML0505", SubmissionStatus.Approved, Choice("audience", "comites"), Headcount(15, 6));
        await ledger.FileAsync("formation", "2020-04-05", "ML0505", SubmissionStatus.Received, Choice("audience", "comites"), Headcount(8, 2));
    }

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=" + ledger.SqliteFile);
        await connection.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private Task<(int Code, string Output, string Error)> RunAsync(string arguments) => ProgramRun.RunAsync(Repository.Root, $"doctor {arguments} --db {ledger.SqliteFile}");
}
