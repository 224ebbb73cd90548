using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.TestKit;
using PbfFieldBot.Tests.Indicators;
using Xunit;
using static PbfFieldBot.Tests.Indicators.Ledger;

namespace PbfFieldBot.Tests.Commands;

[Trait("Base", "postgres")]
public sealed class MigrateToTests
{
    [Fact]
    public async Task AFileMovesToTheServerWithTheSameFiguresOnce()
    {
        await using var ledger = await OpenFileAsync();
        await ledger.FileAsync("formation", "2020-03-05", "ML0505", SubmissionStatus.Approved, Choice("audience", "comites"), Headcount(15, 6));
        await ledger.FileAsync("formation", "2020-04-05", "ML0505", SubmissionStatus.Received, Choice("audience", "comites"), Headcount(8, 2));
        using var server = TestDatabase.Create();
        var move = $"migrate --db {ledger.SqliteFile} --to \"{server.Connection}\"";
        var (code, output, error) = await ProgramRun.RunAsync(Repository.Root, move);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("numéros de reçu et chiffres sont identiques", output, StringComparison.Ordinal);
        Assert.Equal((await ProgramRun.RunAsync(Repository.Root, $"indicators --format json {ledger.Arguments}")).Output, (await ProgramRun.RunAsync(Repository.Root, $"indicators --format json {server.Arguments}")).Output);
        Assert.Equal((1, "", "La base PostgreSQL contient déjà des données ; rien n'a été changé. Donnez une base vide."), await ProgramRun.RunAsync(Repository.Root, move));
    }
}
