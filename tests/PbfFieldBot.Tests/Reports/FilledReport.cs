using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PbfFieldBot.Reports.Table;
using PbfFieldBot.Reports.Word;

namespace PbfFieldBot.Tests.Reports;

/// <summary>Looks into a Word file: its cells by code, its parts, what a validator says.</summary>
internal static class FilledReport
{
    private static readonly OpenXmlValidator Validator = new(DocumentFormat.OpenXml.FileFormatVersions.Office2019);

    public static IReadOnlyList<IndicatorRow> RowsOf(byte[] file) => IndicatorTables.Find(DocxPackage.Open(file).Content).Rows;

    public static Dictionary<string, string> CurrentOf(byte[] file) => RowsOf(file).ToDictionary(r => r.Code, r => r.Text(TableColumn.Current));

    public static Dictionary<string, string> ReasonsOf(byte[] file) => RowsOf(file).ToDictionary(r => r.Code, r => r.Text(TableColumn.Reason));

    public static SortedDictionary<string, byte[]> PartsOf(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return new(zip.Entries.ToDictionary(e => e.FullName, Bytes), StringComparer.Ordinal);
    }

    /// <summary>The document with the content of the cells of these columns taken out.</summary>
    public static XDocument WithoutCells(byte[] file, params TableColumn[] columns)
    {
        var document = DocxPackage.Open(file).Content;
        foreach (var cell in IndicatorTables.Find(document).Rows.SelectMany(r => columns.Select(r.Cell)))
            cell?.ReplaceNodes();
        return document;
    }

    public static HashSet<string> ErrorsOf(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return [.. Validator.Validate(document).Select(e => e.Id + " " + e.Description)];
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        var bytes = new MemoryStream();
        part.CopyTo(bytes);
        return bytes.ToArray();
    }
}
