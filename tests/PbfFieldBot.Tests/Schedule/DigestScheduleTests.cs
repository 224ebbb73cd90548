using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using PbfFieldBot.Digests;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.People;
using PbfFieldBot.Schedule;
using PbfFieldBot.TestKit;
using PbfFieldBot.Tests.Indicators;
using Xunit;

namespace PbfFieldBot.Tests.Schedule;

public sealed class DigestScheduleTests
{
    private static readonly TimeZoneInfo Bamako = TimeZoneInfo.FindSystemTimeZoneById("Africa/Bamako");

    [Fact]
    [Trait("Ligne", "F19")]
    [Trait("Ligne", "F21")]
    public async Task AYearWithRestartsAndOutagesSendsEachCoordinatorOneDigestAWeek()
    {
        await using var ledger = await WithCoordinatorsAsync("NAT", "ML05");
        var clock = At("2026-01-05 06:00");
        for (var step = 0; clock.GetUtcNow() < new DateTimeOffset(2027, 1, 9, 0, 0, 0, TimeSpan.Zero); step++, clock.Advance(TimeSpan.FromHours(5)))
            if (step % 23 is not (> 10 and < 18))
                await Schedule(ledger, clock).QueueDueAsync(CancellationToken.None);
        await using var db = ledger.Database.NewContext();
        var sent = await db.SentDigests.AsNoTracking().ToListAsync(CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, 53).SelectMany(i => new[] { 101L, 102L }.Select(p => (p, Week.Of(new DateOnly(2025, 12, 29).AddDays(7 * i)).ToString()))), sent.OrderBy(s => s.Week, StringComparer.Ordinal).ThenBy(s => s.PersonId).Select(s => (s.PersonId, s.Week)));
        Assert.Equal("2026-W53", sent.Max(s => s.Week));
        Assert.Equal(3 * sent.Count, await db.Outbox.CountAsync(CancellationToken.None));
    }

    [Theory]
    [Trait("Ligne", "F20")]
    [InlineData("2026-11-23 06:59", 0)]
    [InlineData("2026-11-23 07:00", 1)]
    [InlineData("2026-11-23 21:30", 1)]
    [InlineData("2026-11-26 03:00", 1)]
    public async Task TheDigestGoesOutAtSevenOrWhenTheProgramIsBack(string now, int expected)
    {
        await using var ledger = await WithCoordinatorsAsync("ML05");
        var schedule = Schedule(ledger, At(now));
        Assert.Equal((expected, 0), (await schedule.QueueDueAsync(CancellationToken.None), await schedule.QueueDueAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task ACoordinatorReadsTheAreasDigestOfTheWeekBefore()
    {
        await using var ledger = await WithCoordinatorsAsync("ML05");
        await Schedule(ledger, At("2026-11-23 07:00")).QueueDueAsync(CancellationToken.None);
        await using var db = ledger.Database.NewContext();
        var sent = await db.Outbox.Include(m => m.File).OrderBy(m => m.Id).ToListAsync(CancellationToken.None);
        Assert.StartsWith("Bulletin de la semaine 47, du 16 au 22 novembre 2026\nMopti\n", sent[0].Text, StringComparison.Ordinal);
        Assert.Equal(["indicateurs.png", "semaine-2026-W47-mopti.xlsx"], sent.Skip(1).Select(m => m.File!.Name));
        Assert.Equal(["Progrès vers les cibles de tout le projet.", "Les rapports de la semaine 47, Mopti (région)."], sent.Skip(1).Select(m => m.Text));
    }

    private static DigestSchedule Schedule(Ledger ledger, TimeProvider clock) => new(ledger.Database, ShippedDialogs.Catalog, key => ShippedDialogs.All.FirstOrDefault(d => d.Key == key), Bamako, "0 7 * * 1", clock);

    private static FakeTimeProvider At(string time) => new(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    private static async Task<Ledger> WithCoordinatorsAsync(params string[] areas)
    {
        var ledger = await Ledger.OpenAsync();
        await ledger.Database.WriteAsync(
            db =>
            {
                foreach (var (i, area) in areas.Index())
                    db.People.Add(new Person { Id = 101 + i, Role = Role.Coordinator, Name = "Oumar", Area = area, Channel = "test", ChatId = 101 + i });
                return Task.FromResult(0);
            },
            CancellationToken.None);
        return ledger;
    }
}
