using System.Xml.Linq;
using PbfFieldBot.Reports.Word;

namespace PbfFieldBot.Reports.Table;

/// <summary>The rows of a report's indicator table, and codes that stand in it twice.</summary>
internal sealed record FoundRows(IReadOnlyList<IndicatorRow> Rows, IReadOnlyList<string> Doubled);

/// <summary>
/// Finds the indicator table of a report by its headers, wherever it stands. A report may split it into several; a summary that repeats the same codes under fewer headers is no part of it.
/// </summary>
internal static class IndicatorTables
{
    /// <summary>All rows, in the document's order; none when the document has no such table.</summary>
    public static FoundRows Find(XDocument document)
    {
        var tables = Read(document).Where(t => t.Rows.Count > 0).ToList();
        var (taken, doubled, order) = (new HashSet<string>(StringComparer.Ordinal), new List<string>(), new Dictionary<string, int>(StringComparer.Ordinal));
        List<HeadedTable> kept = [];
        foreach (var table in tables.OrderByDescending(t => t.Heads.Count).ThenByDescending(t => t.Rows.Count))
        {
            var codes = table.Rows.Select(r => r.Code).ToHashSet();
            if (!table.IsCopy && codes.Overlaps(taken))
            {
                if (table.Heads.Count == kept[0].Heads.Count)
                    doubled.AddRange(codes.Where(c => taken.Contains(c)));
                continue;
            }

            taken.UnionWith(codes);
            kept.Add(table);
        }

        List<IndicatorRow> rows = [];
        foreach (var group in kept.OrderBy(t => tables.IndexOf(t)).SelectMany(t => t.Rows.Select(r => r with { IsCopy = t.IsCopy })).GroupBy(r => (r.IsCopy, r.Code)))
        {
            rows.Add(group.First());
            if (group.Count() > 1 && !group.Key.IsCopy)
                doubled.Add(group.Key.Code);
        }

        return new FoundRows([.. rows.Where(r => r.Cell(TableColumn.Current) is not null || r.Shared.Contains(TableColumn.Current))], [.. doubled.Distinct()]);
    }

    private static List<HeadedTable> Read(XDocument document)
    {
        List<HeadedTable> read = [];
        foreach (var element in document.Descendants().Where(e => e.Is("tbl")))
        {
            var table = new WordTable(element);
            var heads = TableHeads.Of(table) ?? (read.Count > 0 && Continues(read[^1].Table, table) ? read[^1].Heads.From(0) : null);
            if (heads is not null)
                read.Add(new HeadedTable(table, heads, [.. new RowReader(table, heads).Rows()]) { IsCopy = element.Ancestors().Any(a => a.Name.LocalName == "Fallback") });
        }

        return read;
    }

    // The second half of a table that was cut in two has no header of its own.
    private static bool Continues(WordTable before, WordTable table) =>
        before.Columns == table.Columns && table.Element.ElementsBeforeSelf().Reverse().SkipWhile(e => e.Is("p") && WordText.IsBlank(e)).FirstOrDefault() == before.Element;

    private sealed record HeadedTable(WordTable Table, TableHeads Heads, IReadOnlyList<IndicatorRow> Rows)
    {
        public bool IsCopy { get; init; }
    }
}
