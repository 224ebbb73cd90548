using Microsoft.EntityFrameworkCore;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Tests.Data;

/// <summary>The page deploy/donnees.md names every field that the database keeps, with its purpose, class and time: what is not on it may not be stored.</summary>
[Trait("Ligne", "P01")]
public sealed class HeldDataTests
{
    private static readonly string[][] Rows = [.. Repository.Text("deploy/donnees.md").Split('\n')
        .Where(l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| table", StringComparison.Ordinal))
        .Select(l => l.Split('|', StringSplitOptions.TrimEntries)[1..^1])];

    [Fact]
    public async Task EachFieldOfTheDatabaseStandsOnThePageAndNoOther()
    {
        await using var app = await FieldBotApp.StartAsync(SmallDialogs.Meeting);
        await using var db = app.Database.NewContext();
        var real = db.Model.GetEntityTypes().SelectMany(t => t.GetProperties().Select(p => t.GetTableName() + "." + p.GetColumnName()));
        var told = Rows.SelectMany(r => r[1].Split(", ").Select(f => r[0] + "." + f));
        Assert.Equal(real.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EachRowSaysWhyWhatClassAndHowLong()
    {
        Assert.All(Rows, r => Assert.Equal(5, r.Length));
        Assert.All(Rows, r => Assert.All(r, Assert.NotEmpty));
        Assert.All(Rows, r => Assert.Contains(r[3], new[] { "personne", "contenu", "chiffre", "technique" }));
    }
}
