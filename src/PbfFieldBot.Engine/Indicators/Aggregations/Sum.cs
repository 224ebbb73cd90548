namespace PbfFieldBot.Engine.Indicators.Aggregations;

/// <summary>
/// `sum`: people or things added up, by sex and age where it was said.
/// <code>counts: { aggregation: sum, dialog: formation, value: "${participants_total}", women: "${women}" }</code>
/// </summary>
public sealed record Sum : Aggregation
{
    public override string Keyword => "sum";

    public override IReadOnlyList<string> NeededKeys => ["value"];

    public override Tally Of(IReadOnlyList<CellGroup> groups, OpeningValue opening) => Added(Counted(groups), Waiting(groups), opening);
}
