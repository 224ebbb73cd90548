using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Intake;
using PbfFieldBot.People;
using PbfFieldBot.TestKit.Processes;
using PbfFieldBot.TestKit.Telegram;

namespace PbfFieldBot.Benchmarks.Load;

/// <summary>
/// The real program (`serve`) under load: people who report without a pause, by polling or webhook, on SQLite or (PBF_POSTGRES) PostgreSQL with one replica or two.
/// The figures are of a whole run from a cold program, as a peer's would be.
/// </summary>
internal sealed class ServeLoad(string mode, string provider, int replicas, int people, int reports, int stored)
{
    private const string Stored = "stored=";

    /// <summary>Reads "webhook postgres 2 200x5 stored=1000000", each part optional and in any order; the last says how many reports are there before.</summary>
    public static async Task RunAsync(IReadOnlyList<string> words)
    {
        var size = (words.FirstOrDefault(w => w.Contains('x')) ?? "200x5").Split('x').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var load = new ServeLoad(
            words.Contains("webhook") ? "webhook" : "polling", words.Contains("postgres") ? "postgres" : "sqlite", words.Contains("2") ? 2 : 1, size[0], size[1],
            words.FirstOrDefault(w => w.StartsWith(Stored, StringComparison.Ordinal)) is { } before ? int.Parse(before[Stored.Length..], CultureInfo.InvariantCulture) : 0);
        await load.RunAsync();
    }

    private async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pbf-load-");
        List<BotProcess> bots = [];
        await using var place = await LoadDatabase.CreateAsync(provider, folder.FullName);
        try
        {
            await EnrolAsync(place.Address);
            var phones = new LoadPhones(people, reports);
            LoadTelegram telegram = null!;
            telegram = await LoadTelegram.StartAsync((chat, text) => phones.Heard(chat, text, telegram));
            await using var closing = telegram;
            for (var i = 0; i < replicas; i++)
                bots.Add(await StartAsync(telegram, place, folder.FullName, i));
            if (mode == "webhook")
                telegram.Hooks = [.. bots.Select((_, i) => new Uri(Dashboard(i), "/telegram"))];
            var before = bots.Select(CpuOf).ToList();
            var watch = Stopwatch.StartNew();
            if (!await phones.RunAsync(telegram))
                Console.WriteLine("the run did not end: " + string.Join("; ", phones.Stuck) + "\n" + string.Join('\n', bots.Select(b => b.Output)));
            var elapsed = watch.Elapsed;
            var cpu = bots.Select(CpuOf).Zip(before, (after, start) => (after - start).TotalMilliseconds).Sum();
            Say(phones, elapsed, cpu, bots.Max(PeakOf));
        }
        finally
        {
            foreach (var bot in bots)
                await bot.DisposeAsync();
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private void Say(LoadPhones phones, TimeSpan elapsed, double cpu, long peak)
    {
        var times = phones.Latencies;
        double At(double part) => times[(int)Math.Min(times.Length - 1, part * times.Length)];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{mode} {provider} x{replicas}, {stored} stored, {people} people x {reports} reports: {phones.Updates / elapsed.TotalSeconds:0} updates/s, p50 {At(0.5):0} p95 {At(0.95):0} p99 {At(0.99):0} ms, {cpu / phones.Updates:0.000} ms CPU each, peak {peak / 1024} MiB"));
        foreach (var surprise in phones.Surprises)
            Console.WriteLine("unexpected: " + surprise);
    }

    private async Task<BotProcess> StartAsync(LoadTelegram telegram, LoadDatabase place, string folder, int replica)
    {
        List<(string, string)> settings = [("Dashboard__Url", Dashboard(replica).ToString()), .. place.Settings];
        if (mode == "webhook")
            settings.AddRange([("Telegram__PublicUrl", new Uri(Dashboard(replica), "/telegram").ToString()), ("Telegram__WebhookSecret", telegram.Secret)]);
        var bot = BotProcess.Start(telegram.Address, folder, [], settings);
        using var client = new HttpClient();
        for (var tries = 0; tries < 300; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(Dashboard(replica), "/health/ready"));
                if (answer.IsSuccessStatusCode)
                    return bot;
            }
            catch (HttpRequestException) when (!bot.HasExited)
            {
                // Not there yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("the program did not start: " + bot.Output);
    }

    private static Uri Dashboard(int replica) => new($"http://127.0.0.1:{51_080 + replica}");

    private async Task EnrolAsync(DatabaseAddress address)
    {
        using var database = await FieldDatabase.OpenAsync(address);
        if (stored > 0)
            await IndicatorReadBenchmark.FillWithFiguresAsync(database, stored);
        await database.WriteAsync(
            db =>
            {
                for (var n = 0; n < people; n++)
                    db.People.Add(new Person { Role = Role.Partner, Name = "P", Kind = "comite", Area = "ML05", Channel = "telegram", ChatId = LoadPhones.FirstChat + n, NoticeVersion = Notice.Version });
                return Task.FromResult(people);
            },
            CancellationToken.None);
    }

    private static TimeSpan CpuOf(BotProcess bot)
    {
        using var process = Process.GetProcessById(bot.Id);
        return process.TotalProcessorTime;
    }

    private static long PeakOf(BotProcess bot) =>
        File.ReadLines($"/proc/{bot.Id}/status").Where(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)).Select(l => long.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)).First();
}
