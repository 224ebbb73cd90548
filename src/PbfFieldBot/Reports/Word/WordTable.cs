using System.Globalization;
using System.Xml.Linq;

namespace PbfFieldBot.Reports.Word;

/// <summary>A cell with the stretch of the table's width that it covers (in twentieths of a point when the table says its grid, else in grid columns).</summary>
/// <param name="IsContinued">True for a cell that is merged with the one above: what stands in it is not shown.</param>
internal sealed record WordTableCell(XElement Element, int From, int To, bool IsContinued)
{
    /// <summary>How much of a stretch the cell covers.</summary>
    public int Overlap(int from, int to) => Math.Min(To, to) - Math.Max(From, from);
}

/// <summary>The rows of one table with their cells in place: merged, spanning, wrapped in content controls; rows deleted by a tracked change are left out.</summary>
internal sealed class WordTable
{
    private readonly int[] edges;

    public WordTable(XElement element)
    {
        Element = element;
        edges = EdgesOf(element);
        Rows = [.. element.Inner("tr").Where(r => r.Child("trPr")?.Child("del") is null).Select(CellsOf)];
    }

    public XElement Element { get; }

    public IReadOnlyList<IReadOnlyList<WordTableCell>> Rows { get; }

    /// <summary>How many columns the grid has.</summary>
    public int Columns => Rows.Count == 0 ? 0 : Rows.Max(r => r.Count);

    /// <summary>The cell of a row that covers most of a stretch, and at least half of one of the two; null when none does.</summary>
    public WordTableCell? At(int row, int from, int to) => Rows[row]
        .Where(c => 2 * c.Overlap(from, to) >= Math.Min(c.To - c.From, to - from))
        .MaxBy(c => c.Overlap(from, to));

    /// <summary>The row and cell in which a vertically merged cell begins: itself when it is not merged with the one above.</summary>
    public (int Row, WordTableCell Cell) Top(int row, WordTableCell cell)
    {
        while (cell.IsContinued && row > 0 && Rows[row - 1].Where(c => c.Overlap(cell.From, cell.To) > 0).MaxBy(c => c.Overlap(cell.From, cell.To)) is { } above)
            (row, cell) = (row - 1, above);
        return (row, cell);
    }

    private List<WordTableCell> CellsOf(XElement row)
    {
        var cells = new List<WordTableCell>();
        var column = Number(row.Child("trPr")?.Child("gridBefore")) ?? 0;
        foreach (var cell in row.Inner("tc").Where(c => c.Child("tcPr")?.Child("cellDel") is null))
        {
            var next = column + Math.Max(1, Number(cell.Child("tcPr")?.Child("gridSpan")) ?? 1);
            var merge = cell.Child("tcPr")?.Child("vMerge");
            cells.Add(new WordTableCell(cell, Edge(column), Edge(next), merge is not null && merge.Val() != "restart"));
            column = next;
        }

        return cells;
    }

    private int Edge(int column) => column < edges.Length ? edges[column] : edges[^1] + column - edges.Length + 1;

    // A grid that does not give every width is read in columns.
    private static int[] EdgesOf(XElement table)
    {
        var widths = table.Child("tblGrid")?.Elements().Where(e => e.Is("gridCol")).Select(c => Width(c.Val("w"))).ToList() ?? [];
        if (widths.Count == 0 || widths.Contains(0))
            return [.. Enumerable.Range(0, Math.Max(1, widths.Count) + 1)];
        var edges = new int[widths.Count + 1];
        for (var i = 0; i < widths.Count; i++)
            edges[i + 1] = edges[i] + widths[i];
        return edges;
    }

    private static int Width(string? text) => decimal.TryParse(text?.TrimEnd('p', 't', 'c', 'm', 'i', 'n'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var width) && width is > 0 and < 100_000 ? (int)Math.Max(1, width) : 0;

    private static int? Number(XElement? element) => int.TryParse(element.Val(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1000 ? number : null;
}
