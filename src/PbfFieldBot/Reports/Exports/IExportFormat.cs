namespace PbfFieldBot.Reports.Exports;

/// <summary>
/// A kind of file that the project's figures and reports are given out in. The list is <see cref="ExportFormats"/>. A format only writes what the content says; memory does
/// not grow with the number of reports; the same content gives the same bytes.
/// </summary>
internal interface IExportFormat
{
    /// <summary>The file's extension, ".xlsx".</summary>
    string Extension { get; }

    /// <summary>False for a format that holds the whole project's figures only: an export of one region or of every revision is refused.</summary>
    bool ListsReports { get; }

    Task WriteAsync(ExportContent content, Stream to, CancellationToken stop);
}
