using PbfFieldBot.Engine.Indicators;

namespace PbfFieldBot.Reports.Snapshots;

/// <summary>The values of all indicators of one area, in the report's order.</summary>
/// <param name="Code">P-code of a region or cercle, or "NAT" for the whole project.</param>
/// <param name="Name">The area's name; null for the whole project.</param>
public sealed record AreaFigures(string Code, string? Name, IReadOnlyList<IndicatorValue> Values);

/// <summary>A dialog with reports: the keys of its versions, today's first.</summary>
public sealed record FrozenKind(string Id, IReadOnlyList<string> DialogKeys);

/// <summary>The figures at hand of a report, also as they are frozen: the framework as its file stood (without the rules of counting), values of all areas, dialogs.</summary>
/// <param name="Laws">The word of each indicator's aggregation, by its code: what may be summed.</param>
public sealed record FrozenFigures(
    ResultsFramework Framework,
    IReadOnlyDictionary<string, string> Laws,
    IReadOnlyList<AreaFigures> Areas,
    IReadOnlyList<FrozenKind> Kinds)
{
    /// <summary>The figures of an area; null when it is none of the project's.</summary>
    public AreaFigures? Of(string area) => Areas.FirstOrDefault(a => a.Code == area);
}
