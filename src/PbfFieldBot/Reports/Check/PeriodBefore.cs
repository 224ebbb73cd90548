using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.People;
using PbfFieldBot.Reports.Snapshots;

namespace PbfFieldBot.Reports.Check;

/// <summary>What the database knows for the checks: the last snapshot as the period before, and the survey results that were approved.</summary>
internal sealed class PeriodBefore(FieldDatabase database, DialogCatalog catalog)
{
    /// <summary>The last published figures; null when nothing was published yet.</summary>
    public async Task<PreviousPeriod?> LastSnapshotAsync(CancellationToken stop)
    {
        if (await new SnapshotArchive(database, catalog).ListAsync(stop) is not [.., var last])
            return null;
        var figures = SnapshotArchive.FiguresOf(last);
        return new PreviousPeriod(figures.Framework.Indicators.Zip(figures.Of(Areas.National)!.Values).ToDictionary(
            pair => pair.First.Code, pair => new PreviousEntry(pair.Second.Value, pair.Second.Women, Told(pair.First, pair.Second))));
    }

    /// <summary>By indicator in percent, the approved results, oldest first.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<decimal>>> MeasuresAsync(CancellationToken stop)
    {
        var percents = catalog.Framework.Indicators.Where(i => i.Unit is IndicatorUnit.Percent).Select(i => i.Code).ToList();
        await using var db = database.NewContext();
        var rows = await db.Contributions.AsNoTracking().Where(c => percents.Contains(c.Indicator) && c.Part == Parts.Main && !c.Pending).OrderBy(c => c.Day).ThenBy(c => c.Id).Select(c => new { c.Indicator, c.Value }).ToListAsync(stop);
        return rows.GroupBy(r => r.Indicator).ToDictionary(g => g.Key, IReadOnlyList<decimal> (g) => [.. g.Select(r => (decimal)r.Value)]);
    }

    // The framework's own reason is that of the report which it was read from, perhaps the one that is checked.
    private static string? Told(Indicator indicator, IndicatorValue value) => value.Reason == indicator.Reason ? null : value.Reason;
}
