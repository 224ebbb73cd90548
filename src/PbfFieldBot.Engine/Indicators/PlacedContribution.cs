namespace PbfFieldBot.Engine.Indicators;

/// <summary>A contribution with the state of its submission: whether it waits for review, and its place in the order of sending (0 for a declared register entry).</summary>
public sealed record PlacedContribution(Contribution Contribution, bool Pending, long Order)
{
    /// <summary>
    /// Puts the contributions to one indicator together, as the database does from day cells: the plain meaning of a <see cref="CellGroup"/>, for worked examples and tests.
    /// </summary>
    public static IReadOnlyList<CellGroup> Grouped(IEnumerable<PlacedContribution> contributions, Indicator indicator, DateOnly asOf)
    {
        var known = contributions.Where(c => c.Contribution.Indicator == indicator.Code && c.Contribution.Day <= asOf).ToList();
        var support = known.Where(c => c.Contribution.Part == Parts.Since && !c.Pending)
            .GroupBy(c => c.Contribution.Key).ToDictionary(g => g.Key, g => g.Min(c => c.Contribution.Day), StringComparer.Ordinal);
        bool IsSupported(Contribution c) => indicator.Counts?.Since is null || (support.TryGetValue(c.Key, out var since) && c.Day >= since);
        return [.. known
            .GroupBy(c => (c.Contribution.Part, c.Pending, c.Contribution.Key, Before: c.Contribution.Day <= indicator.Opening.Date, Supported: IsSupported(c.Contribution)))
            .Select(g => Group(new CellGroup(g.Key.Part, g.Key.Pending, g.Key.Key) { BeforeOpening = g.Key.Before, Supported = g.Key.Supported }, [.. g]))];
    }

    private static CellGroup Group(CellGroup group, List<PlacedContribution> members)
    {
        var byDay = members.OrderBy(m => m.Contribution.Day).ThenBy(m => m.Order).ToList();
        return group with
        {
            Count = members.Count(m => m.Order > 0),
            Value = members.Sum(m => m.Contribution.Value),
            Women = Sum(members, c => c.Women),
            Men = Sum(members, c => c.Men),
            Youth = Sum(members, c => c.Youth),
            First = byDay[0].Contribution.Day,
            Last = byDay[^1].Contribution.Day,
            FirstValue = byDay.Last(m => m.Contribution.Day == byDay[0].Contribution.Day).Contribution.Value,
            LastValue = byDay[^1].Contribution.Value,
        };
    }

    private static int? Sum(List<PlacedContribution> members, Func<Contribution, int?> part) =>
        members.Any(m => part(m.Contribution) is not null) ? members.Sum(m => part(m.Contribution)) : null;
}
