using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Reports.Table;
using PbfFieldBot.Reports.Word;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Check;

/// <summary>A report taken apart for the checks.</summary>
internal sealed record CheckedReport(IReadOnlyList<CheckedRow> Rows, IReadOnlyList<ReportSection> Sections, ResultsFramework Framework, PreviousPeriod Previous)
{
    /// <summary>What the narrative may say of which indicator.</summary>
    public IReadOnlyList<NarrativeRule> Narrative { get; init; } = [];

    /// <summary>All survey results that were approved, by indicator, oldest first; empty without a database.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<decimal>> Measures { get; init; } = new Dictionary<string, IReadOnlyList<decimal>>();

    /// <summary>Reads a file; throws <see cref="RefusedException"/> for one without an indicator table.</summary>
    public static CheckedReport Read(byte[] file, ResultsFramework framework, CheckRules rules, PreviousPeriod previous)
    {
        var document = DocxPackage.Open(file).Content;
        var rows = IndicatorTables.Find(document).Rows.Where(r => !r.IsCopy && !r.IsPlaceholder).ToList();
        if (rows.Count == 0)
            throw new RefusedException(AppPhrases.Text("report.no_table"));
        var inTable = rows.SelectMany(r => r.Cells.Values).Select(c => c.Ancestors().First(a => a.Is("tbl"))).ToHashSet();
        return new CheckedReport([.. rows.Select(r => new CheckedRow(r, framework.Find(r.Code)))], [.. SectionReader.Read(document, inTable, rules.Sections)], framework, previous) { Narrative = rules.Narrative };
    }
}
