using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PbfFieldBot.Tests.Reports.Exports;

/// <summary>Reads an Excel file back by the Open XML SDK: rows of cells as text, by sheet.</summary>
internal sealed class SpreadsheetText : IDisposable
{
    private readonly SpreadsheetDocument document;

    public SpreadsheetText(byte[] file) => document = SpreadsheetDocument.Open(new MemoryStream(file), false);

    public SpreadsheetDocument Document => document;

    public IReadOnlyList<string> Sheets => [.. document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value!)];

    public IReadOnlyList<Cell> CellsOf(string sheet) => [.. Part(sheet).Worksheet.Descendants<Cell>()];

    public Worksheet Worksheet(string sheet) => Part(sheet).Worksheet;

    /// <summary>The text or number of a cell; null when it is empty.</summary>
    public string? At(string sheet, string place) => CellsOf(sheet).FirstOrDefault(c => c.CellReference == place)?.InnerText;

    /// <summary>A row's texts by the header above them.</summary>
    public IReadOnlyDictionary<string, string> Row(string sheet, int row)
    {
        var titles = CellsOf(sheet).Where(c => RowOf(c) == 1).ToDictionary(ColumnOf, c => c.InnerText);
        return CellsOf(sheet).Where(c => RowOf(c) == row).ToDictionary(c => titles[ColumnOf(c)], c => c.InnerText);
    }

    public void Dispose() => document.Dispose();

    private WorksheetPart Part(string sheet) => (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().Single(s => s.Name == sheet).Id!);

    private static string ColumnOf(Cell cell) => cell.CellReference!.Value!.TrimEnd([.. "0123456789"]);

    private static int RowOf(Cell cell) => int.Parse(cell.CellReference!.Value![ColumnOf(cell).Length..], System.Globalization.CultureInfo.InvariantCulture);
}
