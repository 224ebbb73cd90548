namespace PbfFieldBot.Engine.Indicators.Aggregations;

/// <summary>The laws that an indicator may follow, one line each.</summary>
public static class AggregationTypes
{
    public static IReadOnlyList<Aggregation> All { get; } =
    [
        new Count(),
        new Sum(),
        new Distinct(),
        new Latest(),
        new Ratio(),
        new Change(),
    ];

    /// <summary>The law of that keyword; null when there is none.</summary>
    public static Aggregation? Find(string keyword) => All.FirstOrDefault(a => a.Keyword == keyword);
}
