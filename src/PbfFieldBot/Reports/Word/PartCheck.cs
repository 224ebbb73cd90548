using System.IO.Compression;

namespace PbfFieldBot.Reports.Word;

/// <summary>
/// Unpacks a part into nothing and looks at it as it goes by: is it what the directory says (a part that is longer is cut there, and its checksum differs), and has it a DTD, which no report has.
/// </summary>
internal static class PartCheck
{
    private const uint Polynomial = 0xedb88320;
    private static readonly uint[] Table = MakeTable();

    /// <summary>True for a part that is as long as it says, whole, and without a DTD.</summary>
    public static bool IsSound(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var (buffer, crc, isText) = (new byte[1 << 16], uint.MaxValue, entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase));
        for (int read; (read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0;)
        {
            if (isText && buffer.AsSpan(0, read).IndexOf("<!DOCTYPE"u8) >= 0)
                return false;
            foreach (var one in buffer.AsSpan(0, read))
                crc = Table[(crc ^ one) & 0xff] ^ (crc >> 8);
        }

        return ~crc == entry.Crc32;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) == 1 ? (value >> 1) ^ Polynomial : value >> 1;
            table[i] = value;
        }

        return table;
    }
}
