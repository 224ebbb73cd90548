using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using PbfFieldBot.Channels.Telegram;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.People;
using PbfFieldBot.TestKit.Processes;
using PbfFieldBot.TestKit.Telegram;

namespace PbfFieldBot.Benchmarks;

/// <summary>
/// The real program (`serve`) by polling, on a SQLite file with every commit synced: cold start to the first answer, idle memory, then people who report meetings
/// question by question, without pauses. The fake Telegram shares the machine; processor time and memory are the program's own.
/// </summary>
internal static class ServeLoad
{
    private static readonly string[] Words = ["Réunion de comité régional", "hier", "LIEU", "15 dont 6 femmes", "passer", "passer", "oui"];
    private static readonly string[] Places = ["Koro", "Bankass", "Douentza", "Niono", "Macina", "Tominian", "Youwarou", "Bla"];
    private static readonly DateTimeOffset Newest = new(2026, 11, 12, 9, 0, 0, TimeSpan.Zero);

    // Events told twice would be asked about: no two reports share a place within three days.
    private const int DaysApart = 3;

    public static async Task RunAsync(int people, int reports)
    {
        var folder = Directory.CreateTempSubdirectory("pbf-serve-");
        try
        {
            await using var telegram = FakeTelegram.Start();
            var stranger = telegram.NewPhone();
            var phones = Enumerable.Range(0, people).Select(_ => telegram.NewPhone()).ToList();
            var file = Path.Combine(folder.FullName, "load.db");
            await EnrolAsync(file, phones);
            var watch = Stopwatch.StartNew();
            stranger.Say("bonjour");
            await using var bot = BotProcess.Start(telegram, file, null, ("Telegram__SendsPerSecond", "100000"));
            await stranger.NextAsync();
            var start = watch.Elapsed;
            await Task.Delay(TimeSpan.FromSeconds(3));
            using var process = Process.GetProcessById(bot.Id);
            Say($"start to first answer {start.TotalSeconds:0.00} s, idle {process.WorkingSet64 / 1_048_576} MiB");
            if (people > 0)
                await LoadAsync(process, phones, reports);
            await bot.TerminateAsync();
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task LoadAsync(Process process, List<PartnerPhone> phones, int reports)
    {
        var (cpu, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
        var waits = (await Task.WhenAll(phones.Select((phone, n) => ReportAsync(phone, n, reports)))).SelectMany(w => w).Order().ToList();
        var seconds = watch.Elapsed.TotalSeconds;
        process.Refresh();
        var each = (process.TotalProcessorTime - cpu).TotalMilliseconds / waits.Count;
        Say($"{phones.Count} people, {reports} reports each: {waits.Count / seconds:0} updates/s, p50/p95/p99 {At(waits, 0.5)}/{At(waits, 0.95)}/{At(waits, 0.99)} ms, {each:0.000} ms CPU each, peak {process.PeakWorkingSet64 / 1_048_576} MiB");
    }

    private static async Task<List<double>> ReportAsync(PartnerPhone phone, int number, int reports)
    {
        var waits = new List<double>();
        for (var report = 0; report < reports; report++)
        {
            phone.SaidAt = Newest.AddDays(-DaysApart * ((number / Places.Length * reports) + report));
            foreach (var words in Words)
            {
                var since = Stopwatch.GetTimestamp();
                phone.Say(words.Replace("LIEU", Places[number % Places.Length], StringComparison.Ordinal));
                await phone.NextAsync();
                waits.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            }
        }

        return waits;
    }

    private static async Task EnrolAsync(string file, List<PartnerPhone> phones)
    {
        using var database = await FieldDatabase.OpenAsync("Data Source=" + file);
        await database.WriteAsync(
            db =>
            {
                foreach (var phone in phones)
                    db.People.Add(new Person { Role = Role.Partner, Name = "P", Kind = "comite", Area = "ML05", Channel = TelegramChannel.ChannelName, ChatId = phone.ChatId });
                return Task.FromResult(phones.Count);
            },
            CancellationToken.None);
    }

    private static string At(List<double> sorted, double part) => sorted[(int)((sorted.Count - 1) * part)].ToString("0", CultureInfo.InvariantCulture);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
