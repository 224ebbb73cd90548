using System.IO.Compression;
using System.Text;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Word;

/// <summary>Tells a Word file from what is none before anything of it is unpacked, and says what the other file is.</summary>
internal static class FileKinds
{
    private const int MostEntries = 2_000;
    private const long MostBytes = 200_000_000;
    private const int MostFileBytes = 40_000_000;
    private static readonly byte[] EntryMark = [0x50, 0x4b, 0x01, 0x02];
    private static readonly byte[] OldOffice = [0xd0, 0xcf, 0x11, 0xe0];

    /// <summary>Refuses with one sentence what is no .docx: by its first bytes, its directory and the names of its parts.</summary>
    public static void RefuseOthers(byte[] file)
    {
        if (file.AsSpan().StartsWith(OldOffice))
            throw Refusal(file.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? "report.encrypted" : "report.old_word");
        if (file.AsSpan().StartsWith("%PDF"u8))
            throw Refusal("report.pdf");
        if (file.Length > MostFileBytes || TooManyEntries(file))
            throw Refusal("report.too_large");
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            Check(zip.Entries);
        }
        catch (InvalidDataException problem)
        {
            throw new RefusedException(AppPhrases.Text(file.AsSpan().StartsWith("PK"u8) ? "report.broken" : "report.not_word"), problem);
        }
    }

    // Counted in the bytes: a directory of a million entries would fill the memory before it could be asked.
    private static bool TooManyEntries(ReadOnlySpan<byte> file)
    {
        var entries = 0;
        for (int at; entries <= MostEntries && (at = file.IndexOf(EntryMark)) >= 0; entries++)
            file = file[(at + EntryMark.Length)..];
        return entries > MostEntries;
    }

    private static void Check(IReadOnlyCollection<ZipArchiveEntry> entries)
    {
        if (entries.Any(e => e.Length is < 0 or > MostBytes) || entries.Sum(e => e.Length) > MostBytes)
            throw Refusal("report.too_large");
        if (entries.Any(e => IsStrange(e.FullName)) || entries.DistinctBy(e => e.FullName, StringComparer.OrdinalIgnoreCase).Count() != entries.Count)
            throw Refusal("report.broken");
        if (entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            throw Refusal("report.macros");
        if (entries.Any(e => e.FullName == "mimetype"))
            throw Refusal("report.open_document");
        if (entries.Any(e => LiesAboutItsSize(e) || IsLink(e) || !PartCheck.IsSound(e)))
            throw Refusal("report.broken");
    }

    private static bool IsStrange(string name) => name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains("..");

    // Packing never makes a part much larger than it is.
    private static bool LiesAboutItsSize(ZipArchiveEntry entry) => entry.CompressedLength > entry.Length + entry.Length / 100 + 1_000;

    // Nothing is ever unpacked to the disk; a report has no links all the same.
    private static bool IsLink(ZipArchiveEntry entry) => ((entry.ExternalAttributes >> 16) & 0xf000) == 0xa000;

    private static RefusedException Refusal(string key) => new(AppPhrases.Text(key));
}
