using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports;

/// <summary>A Word file as a zip of parts: one part is read and written as XML, all others are copied byte for byte. Bombs, macros and strange names are refused.</summary>
internal sealed class DocxPackage
{
    private const string Document = "word/document.xml";
    private const int MostEntries = 5_000;
    private const long MostBytes = 200_000_000;
    private const long MostDocumentBytes = 60_000_000;
    private readonly byte[] original;

    private DocxPackage(byte[] original, XDocument content) => (this.original, Content) = (original, content);

    /// <summary>The main document.</summary>
    public XDocument Content { get; }

    /// <summary>Opens a file; refuses with one sentence what is no sound Word document.</summary>
    public static DocxPackage Open(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            Check(zip);
            var part = zip.GetEntry(Document) ?? throw new RefusedException(AppPhrases.Text("report.not_word"));
            using var stream = new MemoryStream();
            using (var packed = part.Open())
                CopyAtMost(packed, stream, MostDocumentBytes);
            stream.Position = 0;
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return new DocxPackage(file, XDocument.Load(reader, LoadOptions.PreserveWhitespace));
        }
        catch (InvalidDataException problem)
        {
            throw new RefusedException(AppPhrases.Text("report.not_word"), problem);
        }
        catch (XmlException problem)
        {
            throw new RefusedException(AppPhrases.Text("report.broken"), problem);
        }
    }

    /// <summary>The file with the changed document; every other part as it was, in the same order.</summary>
    public byte[] Save()
    {
        using var output = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(original), ZipArchiveMode.Read))
        using (var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = entry.LastWriteTime;
                using var to = copy.Open();
                if (entry.FullName == Document)
                    Write(to);
                else
                    using (var from = entry.Open())
                        from.CopyTo(to);
            }
        }

        return output.ToArray();
    }

    private void Write(Stream to)
    {
        using var writer = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = false, NewLineHandling = NewLineHandling.Entitize });
        Content.Save(writer);
    }

    private static void Check(ZipArchive zip)
    {
        if (zip.Entries.Count > MostEntries || zip.Entries.Sum(e => e.Length) > MostBytes)
            throw new RefusedException(AppPhrases.Text("report.too_large"));
        if (zip.Entries.Any(e => e.FullName.Contains("..", StringComparison.Ordinal) || e.FullName.StartsWith('/') || e.FullName.Contains('\\', StringComparison.Ordinal)))
            throw new RefusedException(AppPhrases.Text("report.broken"));
        if (zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            throw new RefusedException(AppPhrases.Text("report.macros"));
    }

    // The directory of a zip can lie about sizes: count while reading.
    private static void CopyAtMost(Stream from, Stream to, long most)
    {
        var buffer = new byte[1 << 16];
        var total = 0L;
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            total += read;
            if (total > most)
                throw new RefusedException(AppPhrases.Text("report.too_large"));
            to.Write(buffer, 0, read);
        }
    }
}
