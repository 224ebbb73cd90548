using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.People;

namespace PbfFieldBot.Indicators;

/// <summary>Reads the current values of the indicators, and what stands behind one.</summary>
public sealed class IndicatorQueries(FieldDatabase database, ResultsFramework framework)
{
    /// <summary>All values in the report's order, of one state of the database.</summary>
    /// <param name="asOf">Activities up to and including this day, as known now; null for all.</param>
    /// <param name="area">The p-code of a region or cercle; the whole project when null or <see cref="Areas.National"/>.</param>
    public async Task<IReadOnlyList<IndicatorValue>> ValuesAsync(DateOnly? asOf = null, string? area = null, CancellationToken stop = default)
    {
        await using var db = database.NewContext();
        await using var snapshot = await Snapshot.OpenAsync(db, stop);
        List<IndicatorValue> values = [];
        foreach (var indicator in framework.Indicators)
            values.Add(await ValueAsync(db, indicator, asOf, area, stop));
        return values;
    }

    /// <summary>The value of one indicator in the state that the context sees.</summary>
    internal static async Task<IndicatorValue> ValueAsync(FieldDb db, Indicator indicator, DateOnly? asOf, string? area, CancellationToken stop)
    {
        var whole = area is null or Areas.National;
        var cells = new CellReader(db, asOf ?? DateOnly.MaxValue, whole ? "" : area!);
        return IndicatorMath.ValueOf(indicator, await cells.GroupsAsync(indicator, stop), await cells.ReasonAsync(indicator, stop), whole);
    }
}
