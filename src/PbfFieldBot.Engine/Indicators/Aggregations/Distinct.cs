namespace PbfFieldBot.Engine.Indicators.Aggregations;

/// <summary>
/// `distinct`: how many different organisations, stations, recommendations: each key once. With `since`, a key counts from its first day of support.
/// What already counted on the opening value's date is part of it and is not counted again.
/// <code>counts: { aggregation: distinct, dialog: recommandation, key: "${theme}", register: recommandation }</code>
/// </summary>
public sealed record Distinct : Aggregation
{
    public override string Keyword => "distinct";

    public override IReadOnlyList<string> NeededKeys => ["key"];

    public override Tally Of(IReadOnlyList<CellGroup> groups, OpeningValue opening)
    {
        var approved = groups.Where(g => !g.Pending).ToList();
        var inOpening = Keys([.. approved.Where(g => g.BeforeOpening)]);
        var counted = Keys(approved).Except(inOpening).ToHashSet(StringComparer.Ordinal);
        var withWaiting = Keys([.. groups]).Except(inOpening).ToHashSet(StringComparer.Ordinal);
        var sources = approved.Where(g => counted.Contains(g.Key) && (g.Part == Parts.Since || (g is { Part: Parts.Main, Supported: true, BeforeOpening: false }))).Sum(g => g.Count);
        return new Tally(opening.Value + counted.Count, withWaiting.Count - counted.Count, sources);
    }

    // Without any `since` part in play every group is supported; with one, a pending support lets its key count in the second set.
    private static HashSet<string> Keys(List<CellGroup> groups)
    {
        var support = groups.Where(g => g.Part == Parts.Since).GroupBy(g => g.Key).ToDictionary(g => g.Key, g => g.Min(s => s.First), StringComparer.Ordinal);
        return groups
            .Where(g => g.Part == Parts.Main && (g.Supported || (support.TryGetValue(g.Key, out var since) && g.Last >= since)))
            .Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
    }
}
