using System.Text.RegularExpressions;
using System.Xml.Linq;
using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Reports;

/// <summary>One row of the report's indicator table: the code, and the cells to fill.</summary>
internal sealed record IndicatorTableRow(string Code, XElement Current, XElement? Reason);

/// <summary>The indicator table of a report, found by its headers in French or English wherever it stands; rows by "Indicateur N.N.N" or "Indicator N.N.N".</summary>
internal static partial class IndicatorTable
{
    private static readonly string[] IndicatorHeads = ["indicateurs", "indicateur", "performance indicators", "indicators", "indicator"];
    private static readonly string[] CurrentHeads = ["progres actuel", "current indicator progress", "indicator progress", "current progress", "progres actuels"];
    private static readonly string[] ReasonHeads = ["raisons pour", "raison pour", "reasons for", "reason for"];
    private const int HeaderRows = 3;

    /// <summary>The rows of all indicator tables of a document; empty when it has none.</summary>
    public static IReadOnlyList<IndicatorTableRow> Find(XDocument document) =>
        [.. document.Descendants(WordCell.W + "tbl").SelectMany(Rows)];

    private static IEnumerable<IndicatorTableRow> Rows(XElement table)
    {
        var rows = RowsOf(table).Select(CellsOf).ToList();
        var header = rows.Take(HeaderRows).FirstOrDefault(r => Column(r, CurrentHeads) is not null && Column(r, IndicatorHeads) is not null);
        if (header is null)
            yield break;
        var (indicator, current, reason) = (Column(header, IndicatorHeads)!.Value, Column(header, CurrentHeads)!.Value, Column(header, ReasonHeads));
        foreach (var row in rows.Where(r => r != header))
            if (At(row, indicator) is { } name && CodeOf(WordCell.Text(name)) is { } code && At(row, current) is { } cell)
                yield return new IndicatorTableRow(code, cell, reason is { } column ? At(row, column) : null);
    }

    /// <summary>The code that a cell's text begins with; null for a placeholder without a label ("Indicateur 1.3" alone).</summary>
    private static string? CodeOf(string text)
    {
        var match = Named().Match(Folding.Fold(text));
        return match.Success && match.Groups["label"].Value.Trim().Length > 0 ? match.Groups["code"].Value.Trim().Replace(' ', '.') : null;
    }

    private static IEnumerable<XElement> RowsOf(XElement table) => table.Elements().SelectMany(e => e.Name == WordCell.W + "tr" ? [e]
        : e.Name == WordCell.W + "sdt" || e.Name == WordCell.W + "ins" ? e.Descendants(WordCell.W + "tr").Where(r => r.Ancestors(WordCell.W + "tbl").First() == table)
        : Enumerable.Empty<XElement>());

    // Each cell with the grid column in which it begins: merged cells count for as many as they span.
    private static List<(int Column, XElement Cell)> CellsOf(XElement row)
    {
        var cells = new List<(int, XElement)>();
        var column = Number(row.Element(WordCell.W + "trPr")?.Element(WordCell.W + "gridBefore")) ?? 0;
        foreach (var cell in row.Elements().SelectMany(e => e.Name == WordCell.W + "tc" ? [e] : e.Name == WordCell.W + "sdt" ? e.Descendants(WordCell.W + "tc") : []))
        {
            cells.Add((column, cell));
            column += Number(cell.Element(WordCell.W + "tcPr")?.Element(WordCell.W + "gridSpan")) ?? 1;
        }

        return cells;
    }

    private static int? Number(XElement? element) => int.TryParse(element?.Attribute(WordCell.W + "val")?.Value, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Column(List<(int Column, XElement Cell)> row, string[] heads)
    {
        foreach (var (column, cell) in row)
        {
            var text = Folding.Fold(WordCell.Text(cell));
            if (heads.Any(h => text == h || text.StartsWith(h + " ", StringComparison.Ordinal)))
                return column;
        }

        return null;
    }

    private static XElement? At(List<(int Column, XElement Cell)> row, int column) => row.Where(c => c.Column == column).Select(c => c.Cell).FirstOrDefault();

    [GeneratedRegex(@"^indicat(eur|or) (?<code>[0-9]+( [0-9]+)+)(?<label>.*)$", RegexOptions.Singleline)]
    private static partial Regex Named();
}
