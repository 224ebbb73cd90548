using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Reports.Exports;
using PbfFieldBot.Reports.Snapshots;
using PbfFieldBot.TestKit;
using PbfFieldBot.Tests.Indicators;
using static PbfFieldBot.Tests.Indicators.Ledger;

namespace PbfFieldBot.Tests.Reports.Exports;

/// <summary>Exports of a small season of reports, in memory.</summary>
internal static class ExportedReports
{
    public static readonly DateTimeOffset Now = new(2020, 11, 15, 10, 30, 0, TimeSpan.Zero);

    /// <summary>A training that counts, one that waits, a survey's percentage, and an alert.</summary>
    public static async Task<Ledger> SeasonAsync()
    {
        var ledger = await OpenAsync();
        await ledger.FileAsync("formation", "2020-03-05", "ML0505", SubmissionStatus.Approved, Choice("audience", "comites"), Headcount(15, 6), Text("theme", "Gestion des conflits"));
        await ledger.FileAsync("formation", "2020-04-05", "ML0406", SubmissionStatus.Received, Choice("audience", "agents_techniques"), Headcount(8));
        await ledger.FileAsync("mesure", "2020-04-05", "ML05", SubmissionStatus.Approved, Choice("indicator", "2.1"), Number("value", 35.5m));
        await ledger.FileAsync("alerte", "2020-04-06", "ML0505", SubmissionStatus.Approved, Text("incident_kind", "canari"));
        return ledger;
    }

    public static Task<byte[]> WriteAsync(this Ledger ledger, IExportFormat format, ExportScope? scope = null) =>
        WriteAsync(ledger, format, source => source.ReadAsync(scope ?? new ExportScope(), Now, CancellationToken.None));

    public static Task<byte[]> WriteAsync(this Ledger ledger, IExportFormat format, ReportSnapshot frozen) =>
        WriteAsync(ledger, format, source => Task.FromResult(source.Read(frozen, new ExportScope())));

    private static async Task<byte[]> WriteAsync(Ledger ledger, IExportFormat format, Func<ExportSource, Task<ExportContent>> read)
    {
        await using var db = ledger.Database.NewContext();
        var source = new ExportSource(db, ShippedDialogs.Catalog, key => ShippedDialogs.All.FirstOrDefault(d => d.Key == key), TimeZoneInfo.Utc);
        using var file = new MemoryStream();
        await format.WriteAsync(await read(source), file, CancellationToken.None);
        return file.ToArray();
    }
}
