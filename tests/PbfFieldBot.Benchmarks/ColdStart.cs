using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using PbfFieldBot.TestKit.Processes;
using PbfFieldBot.TestKit.Telegram;

namespace PbfFieldBot.Benchmarks;

/// <summary>The real program (`serve`) by polling on a new SQLite file: cold start to the first answer, idle memory.</summary>
internal static class ColdStart
{
    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pbf-serve-");
        try
        {
            await using var telegram = FakeTelegram.Start();
            var stranger = telegram.NewPhone();
            var file = Path.Combine(folder.FullName, "load.db");
            var watch = Stopwatch.StartNew();
            stranger.Say("bonjour");
            await using var bot = BotProcess.Start(telegram, file);
            await stranger.NextAsync();
            var start = watch.Elapsed;
            await Task.Delay(TimeSpan.FromSeconds(3));
            using var process = Process.GetProcessById(bot.Id);
            Say($"start to first answer {start.TotalSeconds:0.00} s, idle {process.WorkingSet64 / 1_048_576} MiB");
            await bot.TerminateAsync();
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
