using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Indicators;

namespace PbfFieldBot.Indicators;

/// <summary>Compares contributions and cells with what the reports give, without writing.</summary>
/// <param name="WrongSources">Reports and declared register entries whose contributions differ from a new reading.</param>
/// <param name="WrongCells">Day and month cells that are not the sum of what they hold.</param>
internal sealed record CellAudit(int Contributions, int Cells, int WrongSources, int WrongCells)
{
    // Sums of decimals as floating numbers differ in the last digits by the order of adding.
    private const double Tolerance = 1e-6;

    public static async Task<CellAudit> RunAsync(FieldDb db, IndicatorCells cells, CancellationToken stop)
    {
        // One number for each source, to which the order of its rows means nothing: a million reports fit into memory.
        Dictionary<long, long> sums = [];
        var stored = 0;
        await foreach (var (owner, c, pending) in cells.AllAsync(db, stop))
            Add(owner, HashCode.Combine((c.Indicator, c.Part, c.Key, c.Area), c.Day, (double)c.Value, c.Women, c.Men, c.Youth, c.Note, pending));
        await foreach (var c in db.Contributions.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            Add(c.SubmissionId ?? -c.RegisterEntryId ?? 0, -(long)HashCode.Combine((c.Indicator, c.Part, c.Key, c.Area), c.Day, c.Value, c.Women, c.Men, c.Youth, c.Note, c.Pending));
            stored++;
        }

        var wrong = await WrongDaysAsync(db, stop) + await WrongMonthsAsync(db, stop);
        return new(stored, await db.DayCells.CountAsync(stop), sums.Values.Count(s => s != 0), wrong);

        void Add(long owner, long hash) => sums[owner] = sums.GetValueOrDefault(owner) + hash;
    }

    private static async Task<int> WrongDaysAsync(FieldDb db, CancellationToken stop)
    {
        var sums = await db.Contributions.Where(c => c.Part != Parts.Listed && c.Part != Parts.Reason)
            .GroupBy(c => new { c.Indicator, c.Part, c.Pending, c.Day, c.Area, c.Key })
            .Select(g => new { g.Key, Sum = new Sum(g.Count(c => c.SubmissionId != null), g.Sum(c => c.Value), g.Sum(c => c.Women ?? 0), g.Sum(c => c.Men ?? 0), g.Sum(c => c.Youth ?? 0)) })
            .ToDictionaryAsync(g => g.Key, g => g.Sum, stop);
        var kept = await db.DayCells.AsNoTracking()
            .Select(c => new { Key = new { c.Indicator, c.Part, c.Pending, c.Day, c.Area, c.Key }, Sum = new Sum(c.Count, c.Value, c.Women ?? 0, c.Men ?? 0, c.Youth ?? 0) })
            .ToDictionaryAsync(c => c.Key, c => c.Sum, stop);
        return Differences(sums, kept);
    }

    private static async Task<int> WrongMonthsAsync(FieldDb db, CancellationToken stop)
    {
        var sums = await db.DayCells
            .GroupBy(c => new { c.Indicator, c.Part, c.Pending, c.Month, Region = c.Area.Substring(0, CellId.RegionCharacters), c.Key })
            .Select(g => new { g.Key, Sum = new Sum(g.Sum(c => c.Count), g.Sum(c => c.Value), g.Sum(c => c.Women ?? 0), g.Sum(c => c.Men ?? 0), g.Sum(c => c.Youth ?? 0)) })
            .ToDictionaryAsync(g => g.Key, g => g.Sum, stop);
        var kept = await db.MonthCells.AsNoTracking()
            .Select(c => new { Key = new { c.Indicator, c.Part, c.Pending, c.Month, c.Region, c.Key }, Sum = new Sum(c.Count, c.Value, c.Women ?? 0, c.Men ?? 0, c.Youth ?? 0) })
            .ToDictionaryAsync(c => c.Key, c => c.Sum, stop);
        return Differences(sums, kept);
    }

    private static int Differences<TKey>(Dictionary<TKey, Sum> sums, Dictionary<TKey, Sum> kept)
        where TKey : notnull =>
        sums.Keys.Union(kept.Keys).Count(key => !(sums.TryGetValue(key, out var sum) && kept.TryGetValue(key, out var cell) && sum.IsAbout(cell)));

    private sealed record Sum(int Count, double Value, int Women, int Men, int Youth)
    {
        public bool IsAbout(Sum other) => other with { Value = Value } == this && Math.Abs(other.Value - Value) <= Tolerance * Math.Max(1, Math.Abs(Value));
    }
}
