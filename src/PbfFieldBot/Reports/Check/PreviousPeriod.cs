using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Reports.Import;

namespace PbfFieldBot.Reports.Check;

/// <summary>What the period before said of one indicator.</summary>
/// <param name="Reason">Null when it is not known what the report said.</param>
internal sealed record PreviousEntry(decimal? Value, int? Women, string? Reason);

/// <summary>The period before the one that is checked: the last report, the last snapshot, or the opening values.</summary>
/// <param name="Codes">The indicators that a report of that time had.</param>
internal sealed record PreviousPeriod(IReadOnlyDictionary<string, PreviousEntry> Entries)
{
    public static PreviousPeriod Of(ImportedReport report) =>
        new(report.Indicators.DistinctBy(i => i.Code).ToDictionary(i => i.Code, i => new PreviousEntry(i.Current?.Number, i.Current?.Women, i.Reason)));

    /// <summary>Opening values are figures only: their reasons may be those of the very report that is checked.</summary>
    public static PreviousPeriod Of(ResultsFramework framework) =>
        new(framework.Indicators.ToDictionary(i => i.Code, i => new PreviousEntry(i.Opening.Value, i.Opening.Women, null)));

    public PreviousEntry? Find(string code) => Entries.GetValueOrDefault(code);
}
