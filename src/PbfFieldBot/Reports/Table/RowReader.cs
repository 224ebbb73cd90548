using System.Text.RegularExpressions;
using System.Xml.Linq;
using PbfFieldBot.Reports.Word;

namespace PbfFieldBot.Reports.Table;

/// <summary>Reads the rows below the header of one indicator table.</summary>
internal sealed partial class RowReader(WordTable table, TableHeads heads)
{
    /// <summary>One row for each indicator that is named.</summary>
    public IEnumerable<IndicatorRow> Rows()
    {
        var named = Enumerable.Range(heads.FirstRow, Math.Max(0, table.Rows.Count - heads.FirstRow)).Select(r => (Row: r, Name: NameIn(r))).Where(n => n.Name is not null).ToList();
        var owners = named.SelectMany(n => Found(n.Row).Values.Select(f => f.Cell.Element).Distinct()).GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count());
        foreach (var (row, name) in named)
        {
            var cells = Found(row);
            var shared = cells.Where(c => IsShared(c.Key, c.Value.Cell.Element, cells, owners)).Select(c => c.Key).ToHashSet();
            var (parent, label) = ParentOf(row);
            yield return new IndicatorRow(name!, cells.Where(c => !shared.Contains(c.Key)).ToDictionary(c => c.Key, c => c.Value.Cell.Element)) { Shared = shared, Parent = parent, ParentLabel = label };
        }
    }

    // First under the header, then anywhere in the row: the code may have a column of its own.
    private IndicatorName? NameIn(int row)
    {
        var head = heads.Columns[TableColumn.Indicator];
        return table.Rows[row].Where(c => !c.IsContinued).OrderByDescending(c => c.Overlap(head.From, head.To)).Select(c => IndicatorName.Of(WordText.Of(c.Element))).FirstOrDefault(n => n is not null) is { } name
            ? name.Label.Length > 0 || table.At(row, head.From, head.To) is not { } cell || IndicatorName.Of(WordText.Of(cell.Element)) is not null ? name : name with { Label = WordText.LineOf(cell.Element) }
            : null;
    }

    private Dictionary<TableColumn, (int Row, WordTableCell Cell)> Found(int row) => heads.Columns
        .Where(c => c.Key is not TableColumn.Indicator)
        .Select(c => (c.Key, Cell: table.At(row, c.Value.From, c.Value.To)))
        .Where(c => c.Cell is not null)
        .ToDictionary(c => c.Key, c => table.Top(row, c.Cell!));

    private static bool IsShared(TableColumn column, XElement cell, Dictionary<TableColumn, (int Row, WordTableCell Cell)> cells, Dictionary<XElement, int> owners) =>
        owners[cell] > 1 || cells.Any(c => c.Key != column && c.Value.Cell.Element == cell) || IndicatorName.Of(WordText.Of(cell)) is not null;

    // The result or output that a row stands under is in a cell merged over its rows, or in the last row that names one.
    private (string Name, string Label) ParentOf(int row)
    {
        for (var at = row; at >= 0; at--)
            foreach (var cell in table.Rows[at])
                if (Parent().Match(WordText.LineOf(table.Top(at, cell).Cell.Element)) is { Success: true } match)
                    return (match.Groups["name"].Value, match.Groups["label"].Value.Trim(' ', ':'));
        return ("", "");
    }

    [GeneratedRegex(@"^(?<name>(r.{1,2}sultat|produit|outcome|output) ?[0-9]+(\.[0-9]+)*)(?<label>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Parent();
}
