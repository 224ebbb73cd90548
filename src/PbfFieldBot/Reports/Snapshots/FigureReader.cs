using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Indicators;
using PbfFieldBot.People;
using PbfFieldBot.Reports.Exports;

namespace PbfFieldBot.Reports.Snapshots;

/// <summary>Reads the figures of the state of the database that a context sees, for an export or to be frozen.</summary>
internal sealed class FigureReader(FieldDb db, DialogCatalog catalog)
{
    private readonly IReadOnlyList<Place> places = [.. catalog.Places.Places.Where(p => p.Level is PlaceLevel.Region or PlaceLevel.Cercle)];

    /// <summary>The figures of an area and of those within it: of the whole project, of all its regions and cercles.</summary>
    public async Task<FrozenFigures> ReadAsync(ExportScope scope, bool everyArea, CancellationToken stop)
    {
        List<AreaFigures> areas = [new(scope.Area ?? Areas.National, places.FirstOrDefault(p => p.PCode == scope.Area)?.Name, await ValuesAsync(scope.AsOf, scope.Area, stop))];
        foreach (var place in places.Where(p => everyArea || IsWithin(p, scope.Area)))
            areas.Add(new(place.PCode!, place.Name, await ValuesAsync(scope.AsOf, place.PCode, stop)));
        return new FrozenFigures(
            catalog.Framework with { Indicators = [.. catalog.Framework.Indicators.Select(i => i with { Counts = null })], Reasons = null },
            catalog.Framework.Indicators.Where(i => i.Counts is not null).ToDictionary(i => i.Code, i => i.Counts!.Aggregation.Keyword),
            areas,
            await KindsAsync(scope, stop));
    }

    /// <summary>True for the regions of the project, or the cercles of a region.</summary>
    public static bool IsWithin(Place place, string? area) => area is null or Areas.National
        ? place.Level is PlaceLevel.Region
        : place.Level is PlaceLevel.Cercle && place.PCode != area && place.PCode!.StartsWith(area, StringComparison.Ordinal);

    private async Task<IReadOnlyList<IndicatorValue>> ValuesAsync(DateOnly? asOf, string? area, CancellationToken stop)
    {
        List<IndicatorValue> values = [];
        foreach (var indicator in catalog.Framework.Indicators)
            values.Add(await IndicatorQueries.ValueAsync(db, indicator, asOf, area, stop));
        return values;
    }

    private async Task<IReadOnlyList<FrozenKind>> KindsAsync(ExportScope scope, CancellationToken stop)
    {
        var keys = await ExportReports.InScope(ExportRow.Of(db), scope).Select(s => new { s.Kind, s.DialogKey }).Distinct().ToListAsync(stop);
        var order = catalog.Dialogs.Select(d => d.Id).ToList();
        return [.. keys.GroupBy(k => k.Kind, k => k.DialogKey)
            .OrderBy(g => order.IndexOf(g.Key) is >= 0 and var place ? place : order.Count).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new FrozenKind(g.Key, [.. new[] { catalog.Find(g.Key)?.Key }.Concat(g.Order(StringComparer.Ordinal)).OfType<string>().Distinct()]))];
    }
}
