using PbfFieldBot.Engine;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports;

/// <summary>
/// Writes the project's values into the officer's own Word report: only the current-progress cells (and a reason that is newer than the report's); everything else stays as it is.
/// </summary>
internal static class WordTableFiller
{
    /// <summary>Fills a file; throws <see cref="RefusedException"/> for one that is no Word report with an indicator table.</summary>
    public static (byte[] File, FillResult Result) Fill(byte[] file, IReadOnlyList<ReportRow> rows)
    {
        var package = DocxPackage.Open(file);
        var table = IndicatorTable.Find(package.Content);
        if (table.Count == 0)
            throw new RefusedException(AppPhrases.Text("report.no_table"));
        var byCode = rows.ToDictionary(r => r.Code);
        var (filled, warnings) = (new List<string>(), new List<string>());
        foreach (var line in table.Where(l => byCode.ContainsKey(l.Code)))
        {
            Put(line.Current, byCode[line.Code].Current, line.Code, warnings);
            if (line.Reason is { } cell && byCode[line.Code].Reason is { } reason)
                Put(cell, reason, line.Code, warnings);
            filled.Add(line.Code);
        }

        var inDocument = table.Select(l => l.Code).ToHashSet();
        return (package.Save(), new FillResult(
            filled,
            [.. rows.Select(r => r.Code).Where(c => !inDocument.Contains(c))],
            [.. table.Select(l => l.Code).Where(c => !byCode.ContainsKey(c))],
            warnings));
    }

    private static void Put(System.Xml.Linq.XElement cell, string text, string code, List<string> warnings)
    {
        var fitting = Fitting(text);
        if (fitting.Length < text.Length)
            warnings.Add(AppPhrases.Text("report.cut", ("code", code), ("limit", Limits.ReportEntryCharacters)));
        if (WordCell.Text(cell) != fitting)
            WordCell.Write(cell, fitting);
    }

    // An entry has 300 characters at most: cut after a sentence, else after a word.
    private static string Fitting(string text)
    {
        if (text.Length <= Limits.ReportEntryCharacters)
            return text;
        var head = text[..(Limits.ReportEntryCharacters - 1)];
        var end = head.LastIndexOfAny(['.', ';', '!', '?']);
        return end > Limits.ReportEntryCharacters / 2 ? head[..(end + 1)] : head[..Math.Max(head.LastIndexOf(' '), Limits.ReportEntryCharacters / 2)].TrimEnd() + "\u2026";
    }
}
