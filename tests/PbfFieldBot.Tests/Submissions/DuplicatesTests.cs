using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;
using PbfFieldBot.TestKit;
using PbfFieldBot.Tests.Indicators;
using Xunit;

namespace PbfFieldBot.Tests.Submissions;

public sealed class DuplicatesTests
{
    private const int Events = 600;
    private const double ToldTwice = 0.1;
    private const double Floor = 0.95;

    [Theory]
    [InlineData(1)]
    [InlineData(20201115)]
    [InlineData(777)]
    public async Task InASeasonWithATenthToldTwiceWhatIsAskedIsRightAndLittleIsMissed(int seed)
    {
        var (found, wrong, missed) = await SeasonAsync(new SyntheticSeason(seed).Tellings(Events, ToldTwice));
        var (recall, precision) = (found / (double)(found + missed), found / (double)(found + wrong));
        Assert.InRange(found + missed, 40, 90);
        Assert.True(recall >= Floor, $"recall {recall:0.000}: {found} found, {missed} missed");
        Assert.True(precision >= Floor, $"precision {precision:0.000}: {found} found, {wrong} wrong");
    }

    [Fact]
    [Trait("Base", "sqlite")]
    public async Task TheyAreLookedForByAnIndexAndNotByAScan()
    {
        await using var ledger = await Ledger.OpenFileAsync();
        await using var connection = new SqliteConnection("Data Source=" + ledger.SqliteFile);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            EXPLAIN QUERY PLAN SELECT * FROM "Submissions"
            WHERE "Kind" = 'atelier' AND "Status" <> 'Rejected' AND "Area" = 'ML0505' AND "Day" >= '2020-11-10' AND "Day" <= '2020-11-12'
            """;
        await using var plan = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        Assert.True(await plan.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Contains("USING INDEX IX_Submissions_Kind_Area_Day (Kind=? AND Area=? AND Day>? AND Day<?)", plan.GetString(3), StringComparison.Ordinal);
    }

    private static async Task<(int Found, int Wrong, int Missed)> SeasonAsync(List<Telling> tellings)
    {
        await using var ledger = await Ledger.OpenAsync();
        var duplicates = new Duplicates(key => ShippedDialogs.All.FirstOrDefault(d => d.Key == key), ledger.Cells);
        var (events, found, wrong, missed) = (new Dictionary<long, int>(), 0, 0, 0);
        await ledger.Database.WriteAsync(async db =>
        {
            for (var person = 2; person < 500; person++)
                db.People.Add(new Person { Id = person, Role = Role.Partner, Name = "P", Area = "ML05", Channel = "test", ChatId = person });
            for (var i = 0; i < tellings.Count; i++)
            {
                var (telling, again) = (tellings[i], i > 0 && tellings[i - 1].Event == tellings[i].Event);
                var report = new ConfirmedReport(telling.Kind, ShippedDialogs.Find(telling.Kind).Key, telling.Answers.ToImmutableDictionary());
                var other = await duplicates.FindAsync(db, report, telling.Person + 2, new DateOnly(2020, 12, 1), CancellationToken.None);
                if (other is not null && again && events[other.Id] == telling.Event)
                    found++;
                else if (other is not null)
                    wrong++;
                if (again && (other is null || events[other.Id] != telling.Event))
                    missed++;
                var stored = Ledger.New(i + 1, telling.Kind, default, "ML05", SubmissionStatus.Received, [.. telling.Answers.Select(a => (a.Key, a.Value))], telling.Person + 2);
                events[stored.Id] = telling.Event;
                db.Submissions.Add(stored);
                await db.SaveChangesAsync(CancellationToken.None);
            }

            return 0;
        }, CancellationToken.None);
        return (found, wrong, missed);
    }
}
