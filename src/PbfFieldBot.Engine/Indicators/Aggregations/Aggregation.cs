namespace PbfFieldBot.Engine.Indicators.Aggregations;

/// <summary>
/// The law by which contributions make a value. One file per law; the list is <see cref="AggregationTypes"/>; each has its worked examples in testdata.
/// </summary>
public abstract record Aggregation
{
    /// <summary>The word of indicateurs.yaml.</summary>
    public abstract string Keyword { get; }

    /// <summary>The keys of `counts` that it cannot do without; "value or condition" is written with a bar.</summary>
    public virtual IReadOnlyList<string> NeededKeys => [];

    /// <summary>True: a submission that does not meet the condition still takes the place of the one before, with the value 0.</summary>
    public virtual bool UnmetTakesPlace => false;

    /// <summary>True: it looks at the first and last day of each key.</summary>
    public virtual bool LooksAtOrder => false;

    /// <summary>The value out of the groups of one indicator.</summary>
    public abstract Tally Of(IReadOnlyList<CellGroup> groups, OpeningValue opening);

    private protected static List<CellGroup> Counted(IReadOnlyList<CellGroup> groups, string part = Parts.Main) =>
        [.. groups.Where(g => g.Part == part && g is { Pending: false, BeforeOpening: false })];

    private protected static List<CellGroup> Waiting(IReadOnlyList<CellGroup> groups, string part = Parts.Main) =>
        [.. groups.Where(g => g.Part == part && g is { Pending: true, BeforeOpening: false })];

    /// <summary>The opening value and a sum; a part that nobody stated stays unknown.</summary>
    private protected static Tally Added(List<CellGroup> counted, List<CellGroup> waiting, OpeningValue opening) =>
        new(opening.Value + counted.Sum(g => g.Value), waiting.Sum(g => g.Value), counted.Sum(g => g.Count))
        {
            Women = Known([opening.Women, .. counted.Select(g => g.Women)]),
            Men = Known([opening.Men, .. counted.Select(g => g.Men)]),
            Youth = Known([opening.Youth, .. counted.Select(g => g.Youth)]),
        };

    private static int? Known(List<int?> parts) => parts.Any(p => p is not null) ? parts.Sum(p => p ?? 0) : null;
}

/// <summary>What an aggregation found: the value, what would be added by the submissions that wait, how many submissions stand behind it.</summary>
public sealed record Tally(decimal Value, decimal Pending, int Sources)
{
    public int? Women { get; init; }

    public int? Men { get; init; }

    public int? Youth { get; init; }
}
