namespace PbfFieldBot.Engine.Indicators.Aggregations;

/// <summary>
/// `change`: by how much the last measure differs from the first, in the indicator's unit. A first measure alone gives no change yet: the opening value stands.
/// <code>counts: { aggregation: change, dialog: mesure, where: "${indicator} = '2.1'", value: "${value}" }</code>
/// </summary>
public sealed record Change : Aggregation
{
    public override string Keyword => "change";

    public override IReadOnlyList<string> NeededKeys => ["value"];

    public override bool LooksAtOrder => true;

    public override Tally Of(IReadOnlyList<CellGroup> groups, OpeningValue opening)
    {
        var counted = Counted(groups);
        var changes = counted.Where(g => g.Last > g.First).Sum(g => g.LastValue - g.FirstValue);
        return new Tally(opening.Value + changes, Waiting(groups).Sum(g => g.Count), counted.Sum(g => g.Count));
    }
}
