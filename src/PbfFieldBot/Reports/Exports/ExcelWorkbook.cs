using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PbfFieldBot.Reports.Exports;

/// <summary>
/// An Excel file written from the first to the last byte without going back, so that its size does not matter: sheets one after the other, each row by row. The same content
/// gives the same bytes.
/// </summary>
internal sealed class ExcelWorkbook : IDisposable
{
    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // The zip's own first day: the file says nothing of the hour at which it was made.
    private static readonly DateTimeOffset Undated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive zip;
    private readonly List<string> names = [];
    private (ExcelSheet Sheet, Stream Part, IReadOnlyList<ExcelColumn> Columns, string Wished)? open;

    private readonly int mostRows;

    public ExcelWorkbook(Stream to, int mostRows = ExcelSheet.MostRows)
    {
        this.mostRows = mostRows;
        zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
    }

    /// <summary>Begins a sheet and ends the one before. A name that Excel refuses or that is taken is mended.</summary>
    public void Sheet(string name, params IReadOnlyList<ExcelColumn> columns)
    {
        EndSheet();
        var fitting = ExcelText.SheetName(name, names);
        names.Add(fitting);
        var part = Entry($"xl/worksheets/sheet{names.Count}.xml").Open();
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
        Write("xl/workbook.xml", new Workbook(new BookViews(new WorkbookView()), new Sheets(names.Select((name, i) => new Sheet { Name = name, SheetId = (uint)i + 1, Id = SheetRelation(i + 1) }))));
        Write("xl/styles.xml", ExcelStyles.Sheet());
        Write("xl/_rels/workbook.xml.rels", RelationsOf(
            [.. names.Select((_, i) => (SheetRelation(i + 1), Relations + "/worksheet", $"worksheets/sheet{i + 1}.xml")), ("styles", Relations + "/styles", "styles.xml")]));
        Write("_rels/.rels", RelationsOf([("workbook", Relations + "/officeDocument", "xl/workbook.xml")]));
        Write("[Content_Types].xml", ContentTypes());
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

    private static string SheetRelation(int number) => $"sheet{number}";

    private ZipArchiveEntry Entry(string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Undated;
        return entry;
    }

    private void Write(string name, OpenXmlElement root)
    {
        using var part = Entry(name).Open();
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartDocument();
        writer.WriteElement(root);
    }

    private void Write(string name, string xml)
    {
        using var part = new StreamWriter(Entry(name).Open());
        part.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + xml);
    }

    private static string RelationsOf(IEnumerable<(string Id, string Type, string Target)> relations) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{r.Type}\" Target=\"{r.Target}\"/>")) + "</Relationships>";

    private string ContentTypes() =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Main}sheet.main+xml\"/>"
        + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Main}styles+xml\"/>"
        + string.Concat(names.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"{Main}worksheet+xml\"/>")) + "</Types>";
}
