namespace PbfFieldBot.Reports.Exports;

/// <summary>The formats of `export`, one line each.</summary>
internal static class ExportFormats
{
    public static IReadOnlyList<IExportFormat> All { get; } =
    [
        new ExcelFormat(),
        new CsvFormat(),
        new JsonFormat(),
        new IatiFormat(),
    ];

    /// <summary>The format of a file's extension; null when there is none.</summary>
    public static IExportFormat? Of(string file) => All.FirstOrDefault(f => string.Equals(f.Extension, Path.GetExtension(file), StringComparison.OrdinalIgnoreCase));
}
