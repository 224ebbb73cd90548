using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Word;

/// <summary>A Word file as a zip of parts: parts that change are read and written as XML, all others stay byte for byte and are never unpacked. Bombs, macros and strange names are refused.</summary>
internal sealed class DocxPackage
{
    private readonly byte[] original;
    private readonly Dictionary<string, XDocument> changed = new(StringComparer.Ordinal);

    private DocxPackage(byte[] original) => this.original = original;

    /// <summary>The name of the main document's part, "word/document.xml" in most files.</summary>
    public string MainPart { get; private set; } = "";

    /// <summary>The main document.</summary>
    public XDocument Content { get; private set; } = new();

    /// <summary>Opens a file; refuses with one sentence what is no sound Word document.</summary>
    public static DocxPackage Open(byte[] file)
    {
        FileKinds.RefuseOthers(file);
        var package = new DocxPackage(file);
        package.MainPart = DocxParts.MainPart(package);
        package.Content = package.Part(package.MainPart) ?? throw new RefusedException(AppPhrases.Text("report.broken"));
        if (package.Content.Root is not { } root || !root.Is("document"))
            throw new RefusedException(AppPhrases.Text("report.not_word"));
        package.changed[package.MainPart] = package.Content;
        return package;
    }

    /// <summary>A part as XML, as it will be saved; null when the file has no such part.</summary>
    public XDocument? Part(string name)
    {
        if (changed.TryGetValue(name, out var known))
            return known;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(original), ZipArchiveMode.Read);
            return zip.Entries.FirstOrDefault(e => e.FullName.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } entry ? SafeXml.Read(entry) : null;
        }
        catch (InvalidDataException problem)
        {
            throw new RefusedException(AppPhrases.Text("report.broken"), problem);
        }
    }

    /// <summary>Puts a part, new or in the place of the one of that name.</summary>
    public void Put(string name, XDocument content) => changed[name] = content;

    /// <summary>The file with its changed parts; every other part as it was, in the same order.</summary>
    public byte[] Save()
    {
        using var file = new MemoryStream();
        file.Write(original);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
            foreach (var (name, content) in changed)
            {
                var entry = zip.Entries.FirstOrDefault(e => e.FullName.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? zip.CreateEntry(name, CompressionLevel.Optimal);
                var written = entry.Length == 0 ? OldestZipDay : entry.LastWriteTime;
                using (var stream = entry.Open())
                {
                    stream.SetLength(0);
                    Write(content, stream);
                }

                entry.LastWriteTime = written;
            }

        return file.ToArray();
    }

    // The same input gives the same bytes: no clock in the zip.
    private static DateTimeOffset OldestZipDay => new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static void Write(XDocument content, Stream to)
    {
        using var writer = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = false, NewLineHandling = NewLineHandling.Entitize });
        content.Save(writer);
    }
}
