using PbfFieldBot.Engine.Indicators.Aggregations;

namespace PbfFieldBot.Engine.Indicators;

/// <summary>From the groups of cells of one indicator to its current value.</summary>
public static class IndicatorMath
{
    /// <summary>The value; <paramref name="reason"/> is the latest approved reason for a delay, null when there is none but the report's.</summary>
    /// <param name="wholeProject">False for the value of one region: the opening value is not known by region and is left out.</param>
    public static IndicatorValue ValueOf(Indicator indicator, IReadOnlyList<CellGroup> groups, string? reason = null, bool wholeProject = true)
    {
        var opening = wholeProject ? indicator.Opening : new OpeningValue(0, indicator.Opening.Date, indicator.Opening.Source);
        var tally = indicator.Counts?.Aggregation.Of(groups, opening) ?? new Tally(opening.Value, 0, 0);
        var people = indicator.BySexAndAge ? tally : tally with { Women = null, Men = null, Youth = null };
        return new IndicatorValue(
            indicator.Code,
            tally.Value,
            people.Women,
            people.Men,
            people.Youth,
            opening.Value,
            tally.Pending,
            tally.Sources,
            Display.Of(indicator, tally.Value, people.Women),
            reason ?? indicator.Reason);
    }
}
