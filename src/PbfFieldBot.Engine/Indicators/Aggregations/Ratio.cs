namespace PbfFieldBot.Engine.Indicators.Aggregations;

/// <summary>
/// `ratio`: one sum as a percentage of another, over all submissions together. The opening value stands until there is something to divide.
/// <code>counts: { aggregation: ratio, dialog: atelier, value: "${women}", of: "${participants_total}" }</code>
/// </summary>
public sealed record Ratio : Aggregation
{
    private const int Decimals = 1;

    public override string Keyword => "ratio";

    public override IReadOnlyList<string> NeededKeys => ["value", "of"];

    public override Tally Of(IReadOnlyList<CellGroup> groups, OpeningValue opening)
    {
        var (part, whole) = (Counted(groups), Counted(groups, Parts.Of).Sum(g => g.Value));
        var value = whole > 0 ? Math.Round(100 * part.Sum(g => g.Value) / whole, Decimals, MidpointRounding.AwayFromZero) : opening.Value;
        return new Tally(value, Waiting(groups).Sum(g => g.Count), part.Sum(g => g.Count));
    }
}
