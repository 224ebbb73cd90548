using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Indicators;

namespace PbfFieldBot.Indicators;

/// <summary>
/// Reads the cells of one indicator, put together by the database as far as its value needs: the cost grows with days, areas and keys, not with submissions.
/// <see cref="PlacedContribution.Grouped"/> says the same in plain words.
/// </summary>
/// <param name="asOf">Activities up to and including this day.</param>
/// <param name="area">The p-code that areas must begin with; empty for the whole project.</param>
internal sealed class CellReader(FieldDb db, DateOnly asOf, string area)
{
    private const string InArea = "(@area = '' OR SUBSTR(c.\"Area\", 1, LENGTH(@area)) = @area)";

    // Support may be declared at any place: only what is counted must lie in the area.
    private const string Groups = $"""
        SELECT c."Part", c."Pending", c."Key",
               CASE WHEN c."Day" <= @opening THEN 1 ELSE 0 END AS "BeforeOpening",
               CASE WHEN @since = 0 OR c."Day" >= s."First" THEN 1 ELSE 0 END AS "Supported",
               SUM(c."Count"), SUM(c."Value"), SUM(c."Women"), SUM(c."Men"), SUM(c."Youth"), MIN(c."Day"), MAX(c."Day")
        FROM "DayCells" c
        LEFT JOIN (SELECT "Key", MIN("Day") AS "First" FROM "DayCells"
                   WHERE @since = 1 AND "Indicator" = @indicator AND "Part" = '{Parts.Since}' AND "Pending" = @no AND "Day" <= @asOf GROUP BY "Key") s ON s."Key" = c."Key"
        WHERE c."Indicator" = @indicator AND c."Day" <= @asOf AND (c."Part" = '{Parts.Since}' OR {InArea})
        GROUP BY c."Part", c."Pending", c."Key", "BeforeOpening", "Supported"
        """;

    private const string Ranked = "SELECT r.\"Key\", r.\"LastValue\" FROM (SELECT c.\"Key\", c.\"LastValue\", ROW_NUMBER() OVER (PARTITION BY c.\"Key\" ORDER BY c.\"Day\" ";

    private const string FirstRank = $"""
        , c."LastSubmissionId" DESC) AS "Rank"
              FROM "DayCells" c
              WHERE c."Indicator" = @indicator AND c."Part" = '' AND c."Pending" = @no AND c."Day" > @opening AND c."Day" <= @asOf AND {InArea}) r
        WHERE r."Rank" = 1
        """;

    private const string Reason = $"""
        SELECT c."Note" FROM "Contributions" c
        WHERE c."Indicator" = @indicator AND c."Part" = '{Parts.Reason}' AND c."Pending" = @no AND c."Day" <= @asOf
        ORDER BY c."Day" DESC, c."SubmissionId" DESC LIMIT 1
        """;

    private const string Firsts = Ranked + "ASC" + FirstRank;
    private const string Lasts = Ranked + "DESC" + FirstRank;

    /// <summary>The groups that the indicator's aggregation wants.</summary>
    public async Task<IReadOnlyList<CellGroup>> GroupsAsync(Indicator indicator, CancellationToken stop)
    {
        var groups = await RowsAsync(Groups, indicator, Group, stop);
        if (indicator.Counts?.Aggregation is not { LooksAtOrder: true } || groups.Count == 0)
            return groups;
        var firsts = (await RowsAsync(Firsts, indicator, KeyAndValue, stop)).ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal);
        var lasts = (await RowsAsync(Lasts, indicator, KeyAndValue, stop)).ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal);
        return [.. groups.Select(g => g is { Part: Parts.Main, Pending: false, BeforeOpening: false } ? g with { FirstValue = firsts[g.Key], LastValue = lasts[g.Key] } : g)];
    }

    /// <summary>The latest approved reason for a delay; null when there is none.</summary>
    public async Task<string?> ReasonAsync(Indicator indicator, CancellationToken stop) =>
        (await RowsAsync(Reason, indicator, row => row.IsDBNull(0) ? null : row.GetString(0), stop)).FirstOrDefault();

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

    private static (string Key, decimal Value) KeyAndValue(DbDataReader row) => (row.GetString(0), (decimal)row.GetDouble(1));

    private static int? People(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private async Task<List<T>> RowsAsync<T>(string sql, Indicator indicator, Func<DbDataReader, T> read, CancellationToken stop)
    {
        if (db.Database.GetDbConnection().State is not ConnectionState.Open)
            await db.Database.OpenConnectionAsync(stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        Add(command, "@indicator", indicator.Code);
        Add(command, "@opening", indicator.Opening.Date);
        Add(command, "@asOf", asOf);
        Add(command, "@since", indicator.Counts?.Since is null ? 0 : 1);
        Add(command, "@no", false);
        Add(command, "@area", area);
        await using var rows = await command.ExecuteReaderAsync(stop);
        List<T> found = [];
        while (await rows.ReadAsync(stop))
            found.Add(read(rows));
        return found;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
