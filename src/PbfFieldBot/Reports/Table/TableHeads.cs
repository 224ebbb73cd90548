using PbfFieldBot.Reports.Word;

namespace PbfFieldBot.Reports.Table;

/// <summary>Where the columns of an indicator table stand, and the row after the header.</summary>
internal sealed record TableHeads(IReadOnlyDictionary<TableColumn, WordTableCell> Columns, int FirstRow)
{
    private const int MostHeaderRows = 3;

    public int Count => Columns.Count;

    public TableHeads From(int row) => this with { FirstRow = row };

    /// <summary>The header of a table; null for a table without indicators or without their current progress. It may stand below a title and take up to three rows.</summary>
    public static TableHeads? Of(WordTable table)
    {
        for (var from = 0; from < table.Rows.Count && !NamesIndicator(table.Rows[from]); from++)
            for (var rows = 1; rows <= MostHeaderRows && from + rows <= table.Rows.Count; rows++)
                if (Read(table, from, rows) is { } columns && columns.ContainsKey(TableColumn.Indicator) && columns.ContainsKey(TableColumn.Current))
                    return new TableHeads(columns, from + rows);
        return null;
    }

    /// <summary>True for a row that names an indicator: it is no header.</summary>
    public static bool NamesIndicator(IReadOnlyList<WordTableCell> row) => row.Any(c => !c.IsContinued && IndicatorName.Of(WordText.Of(c.Element)) is not null);

    // A header below another says more exactly what the one above says of several columns.
    private static Dictionary<TableColumn, WordTableCell>? Read(WordTable table, int from, int rows)
    {
        Dictionary<TableColumn, WordTableCell> columns = [];
        for (var row = from; row < from + rows; row++)
        {
            if (NamesIndicator(table.Rows[row]))
                return null;
            foreach (var cell in table.Rows[row].Where(c => !c.IsContinued))
                if (ColumnHeads.Of(WordText.Of(cell.Element)) is { } column && (!columns.TryGetValue(column, out var known) || (known.Overlap(cell.From, cell.To) > 0 && row > from)))
                    columns[column] = cell;
        }

        return columns;
    }
}
