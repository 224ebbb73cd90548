namespace PbfFieldBot.Engine.Indicators.Aggregations;

/// <summary>
/// `latest`: the last state, of the whole or of each key; states of keys add up, percentages are never summed. A condition makes the state 1 or 0.
/// The opening value stands until something later is known.
/// <code>counts: { aggregation: latest, dialog: mesure, where: "${indicator} = '2.1'", value: "${value}" }</code>
/// </summary>
public sealed record Latest : Aggregation
{
    public override string Keyword => "latest";

    public override IReadOnlyList<string> NeededKeys => ["value|condition"];

    public override bool UnmetTakesPlace => true;

    public override bool LooksAtOrder => true;

    public override Tally Of(IReadOnlyList<CellGroup> groups, OpeningValue opening)
    {
        var counted = Counted(groups);
        var waiting = Waiting(groups).Sum(g => g.Count);
        return new Tally(Stands(counted, opening) + counted.Sum(g => g.LastValue), waiting, counted.Count);
    }

    // An opening value does not say whose it was: of two committees reached before, one that reports now leaves the other standing.
    private static decimal Stands(List<CellGroup> counted, OpeningValue opening) => counted switch
    {
        [] => opening.Value,
        [{ Key: "" }] => 0,
        _ => Math.Max(0, opening.Value - counted.Count),
    };
}
