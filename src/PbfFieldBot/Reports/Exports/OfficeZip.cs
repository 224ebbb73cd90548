using System.IO.Compression;
using DocumentFormat.OpenXml;

namespace PbfFieldBot.Reports.Exports;

/// <summary>
/// A Word or Excel file as a zip of parts, written one after the other without going back: memory does not grow with its size. The parts carry no date, so that the same
/// content gives the same bytes.
/// </summary>
internal sealed class OfficeZip(Stream to) : IDisposable
{
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly DateTimeOffset Undated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive zip = new(to, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Begins a part; the caller ends it by disposing the stream.</summary>
    public Stream Part(string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Undated;
        return entry.Open();
    }

    public void Write(string name, OpenXmlElement root)
    {
        using var part = Part(name);
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartDocument();
        writer.WriteElement(root);
    }

    /// <summary>The relations of a part: id, last word of the type, target.</summary>
    public void WriteRelations(string name, IEnumerable<(string Id, string Type, string Target)> relations) => Write(
        name,
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{Relations}/{r.Type}\" Target=\"{r.Target}\"/>")) + "</Relationships>");

    /// <summary>The list of contents, and the relation to the main part.</summary>
    public void WriteContents(string main, IEnumerable<(string Part, string Type)> parts, params ReadOnlySpan<(string Extension, string Type)> extensions)
    {
        WriteRelations("_rels/.rels", [("main", "officeDocument", main)]);
        var list = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>";
        foreach (var (extension, type) in extensions)
            list += $"<Default Extension=\"{extension}\" ContentType=\"{type}\"/>";
        Write("[Content_Types].xml", list + string.Concat(parts.Select(p => $"<Override PartName=\"/{p.Part}\" ContentType=\"{p.Type}+xml\"/>")) + "</Types>");
    }

    public void Dispose() => zip.Dispose();

    private void Write(string name, string xml)
    {
        using var part = new StreamWriter(Part(name));
        part.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + xml);
    }
}
