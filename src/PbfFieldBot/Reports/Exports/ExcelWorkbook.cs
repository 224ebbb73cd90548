using DocumentFormat.OpenXml.Spreadsheet;

namespace PbfFieldBot.Reports.Exports;

/// <summary>
/// An Excel file written from the first to the last byte, sheet after sheet, row by row:
/// <code>
/// using var book = new ExcelWorkbook(stream);
/// book.Sheet("Rapports", ExcelColumn.Narrow("Date"), ExcelColumn.Wide("Sujet"));
/// book.Row(day, text);
/// book.Save();
/// </code>
/// </summary>
internal sealed class ExcelWorkbook(Stream to, int mostRows = ExcelSheet.MostRows) : IDisposable
{
    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private readonly OfficeZip zip = new(to);
    private readonly List<string> names = [];
    private (ExcelSheet Sheet, Stream Part, IReadOnlyList<ExcelColumn> Columns, string Wished)? open;

    /// <summary>Begins a sheet and ends the one before. A name that Excel refuses or that is taken is mended.</summary>
    public void Sheet(string name, params IReadOnlyList<ExcelColumn> columns)
    {
        EndSheet();
        var fitting = ExcelText.SheetName(name, names);
        names.Add(fitting);
        var part = zip.Part($"xl/worksheets/sheet{names.Count}.xml");
        open = (new ExcelSheet(part, fitting, columns, mostRows), part, columns, name);
    }

    /// <summary>Adds a row to the sheet begun last; a full sheet is continued on a next one.</summary>
    public void Row(params IReadOnlyList<object?> values)
    {
        if (open is not { } sheet)
            throw new InvalidOperationException("a row before the first sheet");
        if (sheet.Sheet.IsFull)
            Sheet(sheet.Wished, sheet.Columns);
        open!.Value.Sheet.Row(values);
    }

    /// <summary>Ends the file; without it the file is not whole.</summary>
    public void Save()
    {
        EndSheet();
        zip.Write("xl/workbook.xml", new Workbook(new BookViews(new WorkbookView()), new Sheets(names.Select((name, i) => new Sheet { Name = name, SheetId = (uint)i + 1, Id = $"sheet{i + 1}" }))));
        zip.Write("xl/styles.xml", ExcelStyles.Sheet());
        zip.WriteRelations("xl/_rels/workbook.xml.rels", [.. names.Select((_, i) => ($"sheet{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")), ("styles", "styles", "styles.xml")]);
        zip.WriteContents(
            "xl/workbook.xml",
            [("xl/workbook.xml", Main + "sheet.main"), ("xl/styles.xml", Main + "styles"), .. names.Select((_, i) => ($"xl/worksheets/sheet{i + 1}.xml", Main + "worksheet"))]);
    }

    public void Dispose()
    {
        open?.Part.Dispose();
        zip.Dispose();
    }

    private void EndSheet()
    {
        open?.Sheet.Dispose();
        open?.Part.Dispose();
        open = null;
    }
}
