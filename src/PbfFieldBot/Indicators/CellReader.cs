using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Indicators.Aggregations;

namespace PbfFieldBot.Indicators;

/// <summary>
/// Reads the cells of one indicator, put together by the database as far as its value needs: the cost grows with months, regions and keys, not with submissions.
/// Whole months are read as such; months that are cut in two (by the last day asked for, the opening value, the first day of support) by their days.
/// <see cref="PlacedContribution.Grouped"/> says the same in plain words.
/// </summary>
/// <param name="asOf">Activities up to and including this day.</param>
/// <param name="area">The p-code that areas must begin with; empty for the whole project.</param>
internal sealed class CellReader(FieldDb db, DateOnly asOf, string area)
{
    private const string InArea = "(@area = '' OR SUBSTR(c.\"Area\", 1, LENGTH(@area)) = @area)";
    private const string Sums = "c.\"Part\", c.\"Pending\", c.\"Key\", c.\"Month\", c.\"Count\", c.\"Value\", c.\"Women\", c.\"Men\", c.\"Youth\"";

    // Support may be declared at any place: only what is counted must lie in the area.
    private const string Days = $"""
        SELECT {Sums}, c."Day" AS "First", c."Day" AS "Last" FROM "DayCells" c
        WHERE c."Indicator" = @indicator AND c."Day" <= @asOf AND (c."Part" = '{Parts.Since}' OR {InArea})
        """;

    private const string Months = $"""
        SELECT {Sums}, c."First", c."Last" FROM "MonthCells" c
        WHERE c."Indicator" = @indicator AND c."Month" <= @asOf AND (c."Part" = '{Parts.Since}' OR @area = '' OR c."Region" = @area)
        """;

    private const string Support = $"""
        SELECT c."Key", MIN(c."Day") AS "First" FROM "DayCells" c
        WHERE c."Indicator" = @indicator AND c."Part" = '{Parts.Since}' AND c."Pending" = @no AND c."Day" <= @asOf GROUP BY c."Key"
        """;

    private const string Groups = $$"""
        SELECT g."Part", g."Pending", g."Key",
               CASE WHEN g."Last" <= @opening THEN 1 ELSE 0 END AS "BeforeOpening",
               CASE WHEN @since = 0 OR g."First" >= s."First" THEN 1 ELSE 0 END AS "Supported",
               SUM(g."Count"), SUM(g."Value"), SUM(g."Women"), SUM(g."Men"), SUM(g."Youth"), MIN(g."First"), MAX(g."Last")
        FROM ({0}) g LEFT JOIN ({{Support}}) s ON s."Key" = g."Key"
        GROUP BY g."Part", g."Pending", g."Key", "BeforeOpening", "Supported"
        """;

    private const string OfOneDay = $"""
        SELECT c."LastValue" FROM "DayCells" c
        WHERE c."Indicator" = @indicator AND c."Part" = '' AND c."Pending" = @no AND c."Day" = @day AND c."Key" = @key AND {InArea}
        ORDER BY c."LastSubmissionId" DESC LIMIT 1
        """;

    private const string Reason = $"""
        SELECT c."Note" FROM "Contributions" c
        WHERE c."Indicator" = @indicator AND c."Part" = '{Parts.Reason}' AND c."Pending" = @no AND c."Day" <= @asOf
        ORDER BY c."Day" DESC, c."SubmissionId" DESC LIMIT 1
        """;

    /// <summary>The groups that the indicator's aggregation wants.</summary>
    public async Task<IReadOnlyList<CellGroup>> GroupsAsync(Indicator indicator, CancellationToken stop)
    {
        var source = area.Length > CellId.RegionCharacters ? Days : Whole(await CutMonthsAsync(indicator, stop));
        var groups = await RowsAsync(Groups.Replace("{0}", source, StringComparison.Ordinal), indicator, Group, stop);
        if (indicator.Counts?.Aggregation is not { LooksAtOrder: true } aggregation)
            return groups;
        List<CellGroup> ordered = [];
        foreach (var group in groups)
            ordered.Add(group is { Part: Parts.Main, Pending: false, BeforeOpening: false } ? await WithEndsAsync(group, indicator, aggregation, stop) : group);
        return ordered;
    }

    /// <summary>The latest approved reason for a delay; null when there is none.</summary>
    public async Task<string?> ReasonAsync(Indicator indicator, CancellationToken stop) =>
        (await RowsAsync(Reason, indicator, row => row.IsDBNull(0) ? null : row.GetString(0), stop)).FirstOrDefault();

    // Months that are cut in two by a day: what comes before it and what comes after it must be told apart.
    private async Task<List<DateOnly>> CutMonthsAsync(Indicator indicator, CancellationToken stop)
    {
        List<DateOnly> firstDaysAfter = [];
        if (indicator.Counts?.Since is not null)
            firstDaysAfter.AddRange(await RowsAsync(Support, indicator, row => row.GetFieldValue<DateOnly>(1), stop));
        foreach (var lastDay in new[] { asOf, indicator.Opening.Date })
            if (lastDay < DateOnly.MaxValue)
                firstDaysAfter.Add(lastDay.AddDays(1));
        return [.. firstDaysAfter.Where(d => d.Day > 1).Select(CellId.MonthOf).Distinct()];
    }

    private static string Whole(List<DateOnly> cut)
    {
        if (cut.Count == 0)
            return Months;
        var list = string.Join(", ", cut.Select(m => "'" + m.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "'"));
        return $"{Months} AND c.\"Month\" NOT IN ({list}) UNION ALL {Days} AND c.\"Month\" IN ({list})";
    }

    private async Task<CellGroup> WithEndsAsync(CellGroup group, Indicator indicator, Aggregation aggregation, CancellationToken stop) => group with
    {
        FirstValue = aggregation is Change ? await ValueOnAsync(group.First, group.Key, indicator, stop) : 0,
        LastValue = await ValueOnAsync(group.Last, group.Key, indicator, stop),
    };

    private async Task<decimal> ValueOnAsync(DateOnly day, string key, Indicator indicator, CancellationToken stop) =>
        (await RowsAsync(OfOneDay, indicator, row => (decimal)row.GetDouble(0), stop, ("@day", day), ("@key", key))).Single();

    private static CellGroup Group(DbDataReader row) => new(row.GetString(0), row.GetBoolean(1), row.GetString(2))
    {
        BeforeOpening = row.GetInt32(3) == 1,
        Supported = row.GetInt32(4) == 1,
        Count = row.GetInt32(5),
        Value = (decimal)row.GetDouble(6),
        Women = People(row, 7),
        Men = People(row, 8),
        Youth = People(row, 9),
        First = row.GetFieldValue<DateOnly>(10),
        Last = row.GetFieldValue<DateOnly>(11),
    };

    private static int? People(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private async Task<List<T>> RowsAsync<T>(string sql, Indicator indicator, Func<DbDataReader, T> read, CancellationToken stop, params (string Name, object Value)[] more)
    {
        if (db.Database.GetDbConnection().State is not ConnectionState.Open)
            await db.Database.OpenConnectionAsync(stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        (string Name, object Value)[] all =
        [
            ("@indicator", indicator.Code), ("@opening", indicator.Opening.Date), ("@asOf", asOf), ("@since", indicator.Counts?.Since is null ? 0 : 1), ("@no", false), ("@area", area), .. more,
        ];
        foreach (var (name, value) in all)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var rows = await command.ExecuteReaderAsync(stop);
        List<T> found = [];
        while (await rows.ReadAsync(stop))
            found.Add(read(rows));
        return found;
    }
}
