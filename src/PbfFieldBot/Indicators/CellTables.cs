using PbfFieldBot.Data;
using PbfFieldBot.Engine.Indicators;

namespace PbfFieldBot.Indicators;

/// <summary>The identity of a day cell.</summary>
internal sealed record CellId(string Indicator, string Part, bool Pending, DateOnly Day, string Area, string Key)
{
    public const int RegionCharacters = 4;

    public MonthId Month => new(Indicator, Part, Pending, MonthOf(Day), RegionOf(Area), Key);

    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    public static string RegionOf(string area) => area.Length > RegionCharacters ? area[..RegionCharacters] : area;
}

/// <summary>The identity of a month cell.</summary>
internal sealed record MonthId(string Indicator, string Part, bool Pending, DateOnly Month, string Region, string Key);

/// <summary>
/// Writes contributions and cells by prepared commands: each report does so.
/// </summary>
internal sealed class CellTables(FieldDb db)
{
    private const string CellColumns = "\"Indicator\", \"Part\", \"Pending\", \"Day\", \"Area\", \"Key\"";
    private const string ThisCell = "\"Indicator\" = @p0 AND \"Part\" = @p1 AND \"Pending\" = @p2 AND \"Day\" = @p3 AND \"Area\" = @p4 AND \"Key\" = @p5";

    // What is only listed, and reasons, are read from the contributions.
    private const string Counted = "\"Part\" <> '" + Parts.Listed + "' AND \"Part\" <> '" + Parts.Reason + "'";

    private const string Days = $"""
        INSERT INTO "DayCells" ({CellColumns}, "Month", "Count", "Value", "Women", "Men", "Youth", "LastValue", "LastSubmissionId")
        SELECT {CellColumns}, MIN("Month"), COUNT("SubmissionId"), SUM("Value"), SUM("Women"), SUM("Men"), SUM("Youth"),
               (SELECT l."Value" FROM "Contributions" l
                WHERE l."Indicator" = c."Indicator" AND l."Part" = c."Part" AND l."Pending" = c."Pending" AND l."Day" = c."Day" AND l."Area" = c."Area" AND l."Key" = c."Key"
                ORDER BY COALESCE(l."SubmissionId", 0) DESC, l."Id" DESC LIMIT 1),
               COALESCE(MAX("SubmissionId"), 0)
        FROM "Contributions" c
        """;

    private const string Months = """
        INSERT INTO "MonthCells" ("Indicator", "Part", "Pending", "Month", "Region", "Key", "Count", "Value", "Women", "Men", "Youth", "First", "Last")
        SELECT "Indicator", "Part", "Pending", "Month", SUBSTR("Area", 1, 4), "Key", SUM("Count"), SUM("Value"), SUM("Women"), SUM("Men"), SUM("Youth"), MIN("Day"), MAX("Day")
        FROM "DayCells"
        """;

    private const string MonthGroups = "GROUP BY \"Indicator\", \"Part\", \"Pending\", \"Month\", SUBSTR(\"Area\", 1, 4), \"Key\"";
    private const string ThisMonth = "\"Indicator\" = @p0 AND \"Part\" = @p1 AND \"Pending\" = @p2 AND \"Month\" = @p3 AND \"Key\" = @p4";

    /// <summary>The cell that a contribution belongs to.</summary>
    public static CellId CellOf(Contribution contribution, bool pending) =>
        new(contribution.Indicator, contribution.Part, pending, contribution.Day, contribution.Area, contribution.Key);

    /// <summary>Removes what a submission added, and says which cells that touches.</summary>
    public HashSet<CellId> RemoveOf(long submissionId) => Remove("SubmissionId", submissionId);

    /// <summary>Removes what a declared register entry added, and says which cells that touches.</summary>
    public HashSet<CellId> RemoveOfEntry(long entryId) => Remove("RegisterEntryId", entryId);

    public void Add(Contribution c, bool pending, long? submissionId, long? entryId) => Execute(
        $"""
        INSERT INTO "Contributions" ({CellColumns}, "Month", "Value", "Women", "Men", "Youth", "Note", "SubmissionId", "RegisterEntryId")
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13)
        """,
        c.Indicator, c.Part, pending, c.Day, c.Area, c.Key, CellId.MonthOf(c.Day), (double)c.Value, c.Women, c.Men, c.Youth, c.Note, submissionId, entryId);

    /// <summary>Makes these cells anew from their contributions, and their months from them; a cell without any goes.</summary>
    public void Recompute(IEnumerable<CellId> cells)
    {
        var counted = cells.Where(c => c.Part is not (Parts.Listed or Parts.Reason)).ToList();
        foreach (var cell in counted)
        {
            Execute($"DELETE FROM \"DayCells\" WHERE {ThisCell}", cell.Indicator, cell.Part, cell.Pending, cell.Day, cell.Area, cell.Key);
            Execute($"{Days} WHERE {ThisCell} GROUP BY {CellColumns}", cell.Indicator, cell.Part, cell.Pending, cell.Day, cell.Area, cell.Key);
        }

        foreach (var month in counted.Select(c => c.Month).Distinct())
        {
            Execute($"DELETE FROM \"MonthCells\" WHERE {ThisMonth} AND \"Region\" = @p5", month.Indicator, month.Part, month.Pending, month.Month, month.Key, month.Region);
            Execute($"{Months} WHERE {ThisMonth} AND SUBSTR(\"Area\", 1, 4) = @p5 {MonthGroups}", month.Indicator, month.Part, month.Pending, month.Month, month.Key, month.Region);
        }
    }

    /// <summary>Empties the tables.</summary>
    public void Clear()
    {
        Execute("DELETE FROM \"MonthCells\"");
        Execute("DELETE FROM \"DayCells\"");
        Execute("DELETE FROM \"Contributions\"");
    }

    /// <summary>Makes all cells of all contributions; the tables of cells are empty.</summary>
    public void ComputeAll()
    {
        Execute($"{Days} WHERE {Counted} GROUP BY {CellColumns}");
        Execute($"{Months} {MonthGroups}");
    }

    private HashSet<CellId> Remove(string owner, long id)
    {
        HashSet<CellId> touched = [];
        using (var rows = db.Prepared.Read($"SELECT {CellColumns} FROM \"Contributions\" WHERE \"{owner}\" = @p0", id))
            while (rows.Read())
                touched.Add(new(rows.GetString(0), rows.GetString(1), rows.GetBoolean(2), rows.GetFieldValue<DateOnly>(3), rows.GetString(4), rows.GetString(5)));
        if (touched.Count > 0)
            Execute($"DELETE FROM \"Contributions\" WHERE \"{owner}\" = @p0", id);
        return touched;
    }

    private void Execute(string sql, params ReadOnlySpan<object?> values) => db.Prepared.Execute(sql, values);
}
