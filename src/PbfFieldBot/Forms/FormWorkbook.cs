using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using PbfFieldBot.Engine.Dialogs.Import;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Forms;

/// <summary>Reads the sheets of a form: .xlsx, .xls or .csv, bounded in size; the one door to ExcelDataReader. Nothing in the file is run.</summary>
internal static class FormWorkbook
{
    private const int Megabyte = 1_000_000;
    private const int LargestFile = 10 * Megabyte;
    private const int LargestContent = 100 * Megabyte;
    private const int MostParts = 500;
    private const int MostRows = 5000;
    private const int MostColumns = 200;
    private const int MostEmptyRows = 20;
    private const int LongestCell = 20_000;

    /// <summary>The sheets, each row with its number; after twenty empty rows nothing more is read, as pyxform does.</summary>
    public static IReadOnlyList<FormSheet> Read(string path)
    {
        var file = Path.GetFileName(path);
        if (!File.Exists(path))
            throw new RefusedException(AppPhrases.Text("cli.dialogs.form_missing", ("file", file)));
        if (new FileInfo(path).Length > LargestFile)
            throw new RefusedException(AppPhrases.Text("cli.dialogs.form_too_large", ("file", file), ("limit", LargestFile / Megabyte)));
        try
        {
            if (Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
                return FormCsv.Sheets(File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)));
            using var stream = File.OpenRead(path);
            CheckParts(stream, file);
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            using var reader = ExcelReaderFactory.CreateReader(stream);
            return Sheets(reader);
        }
        catch (Exception problem) when (problem is ExcelReaderException or InvalidDataException or IOException or DecoderFallbackException or System.Xml.XmlException or FormatException or IndexOutOfRangeException or OverflowException or NotSupportedException)
        {
            throw new RefusedException(AppPhrases.Text("cli.dialogs.form_unreadable", ("file", file)), problem);
        }
    }

    // A workbook is a zip: what it says of its parts is checked before anything is unpacked.
    private static void CheckParts(FileStream stream, string file)
    {
        if (stream.ReadByte() != 'P' || stream.ReadByte() != 'K')
        {
            stream.Position = 0;
            return;
        }

        stream.Position = 0;
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        {
            if (zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                throw new RefusedException(AppPhrases.Text("cli.dialogs.form_macros", ("file", file)));
            if (zip.Entries.Count > MostParts || zip.Entries.Sum(Unpacked) > LargestContent)
                throw new RefusedException(AppPhrases.Text("cli.dialogs.form_bomb", ("file", file)));
        }

        stream.Position = 0;
    }

    // The size in the directory may lie: what really comes out is counted, up to the limit.
    private static long Unpacked(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        var buffer = new byte[81920];
        long all = 0;
        int read;
        while (all <= LargestContent && (read = content.Read(buffer)) > 0)
            all += read;
        return all;
    }

    private static List<FormSheet> Sheets(IExcelDataReader reader)
    {
        var sheets = new List<FormSheet>();
        do
        {
            var rows = new List<FormRow>();
            var empty = 0;
            for (var number = 1; number <= MostRows && empty < MostEmptyRows && reader.Read(); number++)
            {
                var row = new FormRow(number, [.. Enumerable.Range(0, Math.Min(reader.FieldCount, MostColumns)).Select(c => Text(reader.GetValue(c)))]);
                empty = row.IsEmpty ? empty + 1 : 0;
                if (!row.IsEmpty)
                    rows.Add(row);
            }

            sheets.Add(new FormSheet(reader.Name, rows));
        }
        while (reader.NextResult());

        return sheets;
    }

    private static string Text(object? value)
    {
        var text = value switch
        {
            null => "",
            bool flag => flag ? "true" : "false",
            DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
        };
        return text.Length > LongestCell ? text[..LongestCell] : text;
    }
}
