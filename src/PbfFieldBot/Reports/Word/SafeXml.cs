using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Word;

/// <summary>Reads XML that came from outside: no DTD, no outside names, bounded in bytes, nodes and depth, whatever the zip's directory says of its size.</summary>
internal static class SafeXml
{
    private const long MostBytes = 40_000_000;
    private const int MostNodes = 800_000;
    private const int DeepestNesting = 300;

    /// <summary>The XML of one entry; refused with one sentence when it is too large or broken.</summary>
    public static XDocument Read(ZipArchiveEntry entry)
    {
        using var stream = new MemoryStream();
        using (var packed = entry.Open())
            CopyAtMost(packed, stream);
        try
        {
            Measure(stream);
            stream.Position = 0;
            using var reader = XmlReader.Create(stream, Settings());
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException problem)
        {
            throw new RefusedException(AppPhrases.Text("report.broken"), problem);
        }
    }

    private static XmlReaderSettings Settings() => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private static void Measure(MemoryStream stream)
    {
        stream.Position = 0;
        using var reader = XmlReader.Create(stream, Settings());
        for (var nodes = 0; reader.Read(); nodes += 1 + reader.AttributeCount)
            if (nodes > MostNodes || reader.Depth > DeepestNesting)
                throw new RefusedException(AppPhrases.Text("report.too_large"));
    }

    private static void CopyAtMost(Stream from, Stream to)
    {
        var buffer = new byte[1 << 16];
        var total = 0L;
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            total += read;
            if (total > MostBytes)
                throw new RefusedException(AppPhrases.Text("report.too_large"));
            to.Write(buffer, 0, read);
        }
    }
}
