using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Exports;

/// <summary>For people: indicators, one sheet for each dialog with reports, disaggregation, dictionary, and what the file is.</summary>
internal sealed class ExcelFormat : IExportFormat
{
    public string Extension => ".xlsx";

    public bool ListsReports => true;

    public async Task WriteAsync(ExportContent content, Stream to, CancellationToken stop)
    {
        using var book = new ExcelWorkbook(to);
        WriteIndicators(book, content);
        foreach (var kind in content.Kinds)
            await WriteReportsAsync(book, content, kind, stop);
        WriteDisaggregation(book, content);
        WriteDictionary(book, content);
        WriteAbout(book, content);
        book.Save();
    }

    private static void WriteIndicators(ExcelWorkbook book, ExportContent content)
    {
        book.Sheet(
            Say("sheet.indicators"),
            ExcelColumn.Narrow(Say("code")), ExcelColumn.Wide(Say("indicator")), ExcelColumn.Medium(Say("parent")), ExcelColumn.Narrow(Say("unit")), ExcelColumn.Narrow(Say("baseline")),
            ExcelColumn.Narrow(Say("target")), ExcelColumn.Medium(Say("milestone")), ExcelColumn.Narrow(Say("value")), ExcelColumn.Medium(Say("display")), ExcelColumn.Narrow(Say("women")),
            ExcelColumn.Narrow(Say("men")), ExcelColumn.Narrow(Say("youth")), ExcelColumn.Narrow(Say("opening")), ExcelColumn.Narrow(Say("pending")), ExcelColumn.Narrow(Say("sources")),
            ExcelColumn.Wide(Say("reason")));
        foreach (var (indicator, value) in content.Framework.Indicators.Zip(content.Whole.Values))
            book.Row(
                indicator.Code, indicator.Label, indicator.Parent, UnitOf(indicator), indicator.Baseline, indicator.Target, indicator.Milestone.Text, value.Value, value.Display, value.Women,
                value.Men, value.Youth, value.Opening, value.Pending, value.Sources, value.Reason);
    }

    private static async Task WriteReportsAsync(ExcelWorkbook book, ExportContent content, ExportedKind kind, CancellationToken stop)
    {
        book.Sheet(kind.Title, [.. ReportColumns(), .. kind.Columns.Select(c => c.Type is "text" ? ExcelColumn.Wide(c.Title) : ExcelColumn.Narrow(c.Title))]);
        await foreach (var report in content.SubmissionsAsync(kind.Id, stop))
            book.Row([.. OfReport(report), .. kind.Columns.Select(c => Cell(c.Shown(report.Answers)))]);
    }

    private static ExcelColumn[] ReportColumns() =>
    [
        ExcelColumn.Narrow(Say("receipt")), ExcelColumn.Narrow(Say("revision")), ExcelColumn.Narrow(Say("status")), ExcelColumn.Narrow(Say("date")), new(Say("sent"), 17),
        ExcelColumn.Narrow(Say("by")), ExcelColumn.Medium(Say("organisation")), ExcelColumn.Medium(Say("place")), ExcelColumn.Narrow(Say("cercle")), ExcelColumn.Narrow(Say("region")),
        ExcelColumn.Narrow(Say("area")), ExcelColumn.Narrow(Say("confirms")),
    ];

    private static object?[] OfReport(ExportedSubmission report) =>
    [
        report.Receipt, report.Revision, Say("state." + report.State), report.Day, report.Sent, report.By, report.Organisation, report.Place?.Name, report.Place?.Cercle,
        report.Place?.Region, report.Area, report.Confirms,
    ];

    // Only numbers that somebody stated: people of unknown sex are counted as such.
    private static void WriteDisaggregation(ExcelWorkbook book, ExportContent content)
    {
        book.Sheet(
            Say("sheet.disaggregation"),
            ExcelColumn.Narrow(Say("code")), ExcelColumn.Wide(Say("indicator")), ExcelColumn.Medium(Say("zone")), ExcelColumn.Narrow(Say("value")), ExcelColumn.Narrow(Say("women")),
            ExcelColumn.Narrow(Say("men")), ExcelColumn.Narrow(Say("sex_unknown")), ExcelColumn.Narrow(Say("youth")));
        for (var i = 0; i < content.Framework.Indicators.Count; i++)
            foreach (var area in content.Areas.Prepend(content.Whole))
            {
                var (indicator, value) = (content.Framework.Indicators[i], area.Values[i]);
                book.Row(
                    indicator.Code, indicator.Label, area.Name ?? Say("whole"), value.Value, value.Women, value.Men,
                    indicator.BySexAndAge ? value.Value - (value.Women ?? 0) - (value.Men ?? 0) : null, value.Youth);
            }
    }

    private static void WriteDictionary(ExcelWorkbook book, ExportContent content)
    {
        book.Sheet(
            Say("sheet.dictionary"),
            ExcelColumn.Medium(Say("dialog")), ExcelColumn.Medium(Say("column")), ExcelColumn.Medium(Say("name")), ExcelColumn.Wide(Say("label")), ExcelColumn.Medium(Say("type")), ExcelColumn.Wide(Say("choices")));
        foreach (var kind in content.Kinds)
            foreach (var column in kind.Columns)
                book.Row(
                    kind.Title, column.Title, column.Name, column.Label, column.Type,
                    column.Choices is null ? null : string.Join(" ; ", column.Choices.Choices.Select(c => Say("choice", ("name", c.Name), ("label", c.Label)))));
    }

    private static void WriteAbout(ExcelWorkbook book, ExportContent content)
    {
        book.Sheet(Say("sheet.about"), ExcelColumn.Medium(Say("subject")), ExcelColumn.Wide(Say("content")));
        book.Row(Say("about.project"), content.Framework.Project.Title);
        book.Row(Say("about.number"), content.Framework.Project.Number);
        book.Row(Say("about.at"), content.At.DateTime);
        book.Row(Say("about.as_of"), (object?)content.Scope.AsOf ?? Say("about.all_days"));
        book.Row(Say("about.zone"), content.Whole.Name ?? Say("whole"));
        if (content.Snapshot is { } name)
            book.Row(Say("about.snapshot"), name);
        foreach (var note in new[] { "counted", "by", "left_out", "zones", "use" })
            book.Row(Say("about." + note), Say("about." + note + "_text"));
    }

    private static object? Cell(object? value) => value is true ? Say("yes") : value;

    private static string UnitOf(Indicator indicator) => Say("unit_name." + indicator.Unit.ToString().ToLowerInvariant());

    private static string Say(string key, params ReadOnlySpan<(string, object?)> values) => AppPhrases.Text("export." + key, values);
}
