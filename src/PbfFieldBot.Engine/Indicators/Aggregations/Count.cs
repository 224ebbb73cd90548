namespace PbfFieldBot.Engine.Indicators.Aggregations;

/// <summary>
/// `count`: how many activities. With `condition`, those that meet it; the others are listed.
/// <code>counts: { aggregation: count, dialog: sondage }</code>
/// </summary>
public sealed record Count : Aggregation
{
    public override string Keyword => "count";

    public override Tally Of(IReadOnlyList<CellGroup> groups, OpeningValue opening) => Added(Counted(groups), Waiting(groups), opening);
}
