using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Word;

/// <summary>Reads XML that came from outside: no DTD, no outside names, bounded in bytes, nodes and depth, whatever the zip's directory says of its size.</summary>
internal static class SafeXml
{
    private const int MostBytes = 20_000_000;
    private const int MostTags = 1_600_000;
    private const int MostAttributes = 1_000_000;
    private const int MostAttributesOfOne = 500;
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
        if (HasTooManyTags(stream.GetBuffer().AsSpan(0, (int)stream.Length)))
            throw new RefusedException(AppPhrases.Text("report.too_large"));
        stream.Position = 0;
        using var reader = XmlReader.Create(stream, Settings());
        while (reader.Read())
            if (reader.Depth > DeepestNesting)
                throw new RefusedException(AppPhrases.Text("report.too_large"));
    }

    // Counted in the bytes: a reader builds all attributes of an element before anybody can stop it.
    private static bool HasTooManyTags(ReadOnlySpan<byte> text)
    {
        var (tags, attributes, own, inTag) = (0, 0, 0, false);
        foreach (var sign in text)
            if (sign == '<')
                (inTag, own, tags) = (true, 0, tags + 1);
            else if (sign == '>')
                inTag = false;
            else if (sign == '=' && inTag)
                (own, attributes) = (own + 1, attributes + 1);
            else if (own > MostAttributesOfOne)
                return true;
        return tags > MostTags || attributes > MostAttributes;
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
