using System.Diagnostics;
using System.Globalization;
using PbfFieldBot.Data;
using PbfFieldBot.Reports;
using PbfFieldBot.Reports.Exports;
using PbfFieldBot.TestKit;

namespace PbfFieldBot.Benchmarks;

/// <summary>How long each format of `export` takes over many reports, and how much memory the process needs for it.</summary>
internal static class ExportLoad
{
    public static async Task RunAsync(IEnumerable<int> sizes)
    {
        foreach (var size in sizes)
        {
            var file = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"pbf-export-{size}.db"));
            await FillAsync(file, size);
            foreach (var format in ExportFormats.All)
                await RunAsync(file, size, format);
        }
    }

    private static async Task FillAsync(string file, int size)
    {
        if (File.Exists(file))
            return;
        using var database = await FieldDatabase.OpenAsync("Data Source=" + file);
        await IndicatorReadBenchmark.FillWithFiguresAsync(database, size);
    }

    private static async Task RunAsync(string file, int size, IExportFormat format)
    {
        using var database = await FieldDatabase.OpenAsync("Data Source=" + file);
        await using var db = database.NewContext();
        var source = new ExportSource(db, ShippedDialogs.Catalog, key => ShippedDialogs.All.FirstOrDefault(d => d.Key == key), TimeZoneInfo.Utc);
        var output = file + format.Extension;
        var watch = Stopwatch.StartNew();
        await WholeFile.WriteAsync(output, async stream => await format.WriteAsync(await source.ReadAsync(new ExportScope(), DateTimeOffset.UnixEpoch, CancellationToken.None), stream, CancellationToken.None));
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{size,10:N0} reports {format.Extension,6} {watch.Elapsed.TotalSeconds,7:0.0} s {new FileInfo(output).Length / 1_000_000,6} MB written, {process.PeakWorkingSet64 / 1_000_000,5} MB of memory at most so far"));
        File.Delete(output);
    }
}
