using System.Xml.Linq;
using PbfFieldBot.Reports.Table;
using PbfFieldBot.Reports.Word;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Import;

/// <summary>What a report's table says of one indicator; a null number is a cell without one.</summary>
internal sealed record ImportedIndicator(string Code, string Label, string Parent, string ParentLabel)
{
    public EntryValue? Baseline { get; init; }

    public EntryValue? Target { get; init; }

    public string Milestone { get; init; } = "";

    public decimal? MilestoneNumber { get; init; }

    public EntryValue? Current { get; init; }

    /// <summary>The current progress as it is written.</summary>
    public string CurrentText { get; init; } = "";

    public string Reason { get; init; } = "";
}

/// <summary>A report as it is read for its figures: the indicators that have a label, in the table's order, and the day up to which it counts.</summary>
internal sealed record ImportedReport(IReadOnlyList<ImportedIndicator> Indicators, DateOnly? Day, string DayWords)
{
    /// <summary>Reads a file; throws <see cref="RefusedException"/> for one without an indicator table.</summary>
    public static ImportedReport Read(byte[] file)
    {
        var document = DocxPackage.Open(file).Content;
        var rows = IndicatorTables.Find(document).Rows.Where(r => !r.IsCopy && !r.IsPlaceholder).ToList();
        var day = ReportDate.Of(document);
        return rows.Count == 0
            ? throw new RefusedException(AppPhrases.Text("report.no_table"))
            : new ImportedReport([.. rows.Select(Indicator)], day?.Day, day?.Words ?? "");
    }

    private static ImportedIndicator Indicator(IndicatorRow row) => new(row.Code, Tidy(row.Name.Label), row.Parent, Tidy(row.ParentLabel))
    {
        Baseline = EntryValue.Of(row.Text(TableColumn.Baseline)),
        Target = EntryValue.Of(row.Text(TableColumn.Target)),
        Milestone = row.Text(TableColumn.Milestone),
        MilestoneNumber = MilestoneNumber.Of(row.Text(TableColumn.Milestone)),
        Current = EntryValue.Of(row.Text(TableColumn.Current)),
        CurrentText = row.Text(TableColumn.Current),
        Reason = row.Text(TableColumn.Reason),
    };

    private static string Tidy(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).Normalize();
}
