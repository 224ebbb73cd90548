using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace PbfFieldBot.Reports.Exports;

/// <summary>
/// For machines: one row for each report, the same columns for all dialogs: those of every report, then one for each slot of any dialog. UTF-8 with its mark, semicolons,
/// decimal points; text is quoted and never begins as a formula.
/// </summary>
internal sealed class CsvFormat : IExportFormat
{
    private static readonly string[] OfEvery =
    [
        "receipt", "revision", "status", "confirms", "kind", "date", "sent", "by", "reporter_organisation", "reporter_kind", "area", "region", "cercle", "place", "pcode",
    ];

    public string Extension => ".csv";

    public bool ListsReports => true;

    public async Task WriteAsync(ExportContent content, Stream to, CancellationToken stop)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";", NewLine = "\r\n" });
        var slots = content.Kinds.SelectMany(k => k.Columns).Select(c => c.Name).Distinct().ToList();
        foreach (var name in OfEvery.Concat(slots.Select(s => OfEvery.Contains(s) ? "answer_" + s : s)))
            csv.WriteField(name);
        await csv.NextRecordAsync();
        foreach (var kind in content.Kinds)
        {
            var columns = slots.ConvertAll(name => kind.Columns.FirstOrDefault(c => c.Name == name));
            await foreach (var report in content.SubmissionsAsync(kind.Id, stop))
            {
                foreach (var value in OfReport(report).Concat(columns.Select(c => c?.Raw(report.Answers))))
                    Write(csv, value);
                await csv.NextRecordAsync();
            }
        }
    }

    private static object?[] OfReport(ExportedSubmission report) =>
    [
        report.Receipt, report.Revision, report.State, report.Confirms, report.Kind, report.Day, report.Sent, report.By, report.Organisation, report.OrganisationKind, report.Area,
        report.Place?.Region, report.Place?.Cercle, report.Place?.Name, report.Place?.PCode,
    ];

    private static void Write(CsvWriter csv, object? value)
    {
        switch (value)
        {
            case string { Length: > 0 } text:
                csv.WriteField(CsvText.Safe(text), shouldQuote: true);
                break;
            case null or string:
                csv.WriteField("", shouldQuote: false);
                break;
            case DateOnly day:
                csv.WriteField(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), shouldQuote: false);
                break;
            case DateTime time:
                csv.WriteField(time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), shouldQuote: false);
                break;
            case true:
                csv.WriteField("true", shouldQuote: false);
                break;
            default:
                csv.WriteField(((IFormattable)value).ToString("0.############", CultureInfo.InvariantCulture), shouldQuote: false);
                break;
        }
    }
}
