using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Indicators;

namespace PbfFieldBot.Reports.Annex;

/// <summary>One source of a value and what it adds to it.</summary>
/// <param name="Adds">0 for a report whose organisation, station or recommendation is counted already.</param>
internal sealed record AnnexLine(Behind Source, decimal Adds);

/// <summary>One indicator's cell with everything behind it.</summary>
/// <param name="Law">The word of its aggregation.</param>
internal sealed record AnnexEntry(Indicator Indicator, IndicatorValue Value, string Law, IReadOnlyList<AnnexLine> Lines)
{
    /// <summary>True when the opening value and what the lines add make the value; of a state or a survey the last report says it.</summary>
    public bool AddsUp => Law is "count" or "sum" or "distinct";

    /// <summary>The opening value and what the lines add.</summary>
    public decimal Sum => Value.Opening + Lines.Sum(l => l.Adds);
}

/// <summary>The annex of a report: each value with its sources, in the report's order.</summary>
/// <param name="Until">The last day counted; null for all that was known.</param>
/// <param name="Snapshot">The name of the frozen figures; null for those of now.</param>
internal sealed record ReportAnnex(ResultsFramework Framework, IReadOnlyList<AnnexEntry> Entries, DateOnly? Until, string? Snapshot);
