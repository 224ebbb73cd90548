using System.Xml.Linq;
using PbfFieldBot.Engine;
using PbfFieldBot.Reports.Table;
using PbfFieldBot.Reports.Word;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports;

/// <summary>
/// Writes the project's values into the officer's own Word report: only the current-progress cells (and a reason that is newer than the report's); everything else stays as it is.
/// </summary>
internal sealed class WordTableFiller
{
    private readonly DocxPackage package;
    private readonly RevisionMark mark;
    private readonly WordComments? comments;
    private readonly bool trackChanges;
    private readonly HashSet<string> filled = new(StringComparer.Ordinal);
    private readonly List<string> warnings = [];

    private WordTableFiller(DocxPackage package, FillOptions options)
    {
        this.package = package;
        mark = new RevisionMark(package.Content, options.Now);
        comments = options.Comments ? new WordComments(package, mark) : null;
        trackChanges = options.TrackChanges;
    }

    /// <summary>Fills a file; throws <see cref="RefusedException"/> for one that is no Word report with an indicator table.</summary>
    public static (byte[] File, FillResult Result) Fill(byte[] file, IReadOnlyList<ReportRow> rows, FillOptions? options = null)
    {
        var package = DocxPackage.Open(file);
        var table = IndicatorTables.Find(package.Content);
        if (table.Rows.Count == 0)
            throw new RefusedException(AppPhrases.Text("report.no_table"));
        var filler = new WordTableFiller(package, options ?? new FillOptions(DateTimeOffset.UnixEpoch));
        var result = filler.Fill(table, rows);
        return (package.Save(), result);
    }

    private FillResult Fill(FoundRows table, IReadOnlyList<ReportRow> rows)
    {
        var byCode = rows.ToDictionary(r => r.Code, StringComparer.OrdinalIgnoreCase);
        foreach (var line in table.Rows)
            if (byCode.TryGetValue(line.Code, out var row))
                Fill(line, row);
        warnings.AddRange(table.Doubled.Where(byCode.ContainsKey).Select(c => AppPhrases.Text("report.doubled", ("code", c))));
        var inDocument = table.Rows.Select(r => r.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new FillResult(
            [.. table.Rows.Where(r => !r.IsCopy && filled.Contains(r.Code)).Select(r => byCode[r.Code].Code)],
            [.. rows.Select(r => r.Code).Where(c => !inDocument.Contains(c))],
            [.. table.Rows.Where(r => !r.IsCopy && !r.IsPlaceholder && !byCode.ContainsKey(r.Code)).Select(r => r.Code)],
            [.. warnings.Distinct()]);
    }

    private void Fill(IndicatorRow line, ReportRow row)
    {
        if (line.Cell(TableColumn.Current) is { } cell)
        {
            Put(cell, row.Current, row.Code);
            if (!line.IsCopy)
                comments?.Put(cell, row.Sources);
            filled.Add(line.Code);
        }
        else
        {
            warnings.Add(AppPhrases.Text("report.shared", ("code", row.Code), ("value", row.Current)));
        }

        if (row.Reason is not { } reason)
            return;
        if (line.Cell(TableColumn.Reason) is { } place)
            Put(place, reason, row.Code);
        else
            warnings.Add(AppPhrases.Text("report.no_reason_cell", ("code", row.Code), ("reason", reason)));
    }

    private void Put(XElement cell, string text, string code)
    {
        var fitting = EntryText.Fitting(text);
        if (fitting.Length < text.Length)
            warnings.Add(AppPhrases.Text("report.cut", ("code", code), ("limit", Limits.ReportEntryCharacters)));
        if (WordText.Of(cell) == fitting)
            return;
        if (trackChanges)
            TrackedCell.Write(cell, fitting, mark);
        else
            WordCell.Write(cell, fitting);
    }
}
