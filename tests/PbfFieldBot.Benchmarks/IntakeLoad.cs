using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using PbfFieldBot.Channels;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.People;

namespace PbfFieldBot.Benchmarks;

/// <summary>The intake under load: many partners report meetings of two months in eight cercles, question by question, on a SQLite file with every commit synced.</summary>
internal static class IntakeLoad
{
    private const int Partners = 500;
    private const int WarmUp = 1;
    private const int Rounds = 4;
    private static readonly string[] Words = ["Réunion de comité régional", "hier", "LIEU", "15 dont 6 femmes", "passer", "passer", "oui"];
    private static readonly string[] Places = ["Koro", "Bankass", "Douentza", "Niono", "Macina", "Tominian", "Youwarou", "Bla"];
    private static readonly DateTimeOffset Day = new(2020, 11, 12, 9, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(int updatesInABatch)
    {
        var folder = Directory.CreateTempSubdirectory("pbf-load-");
        try
        {
            using var database = await FieldDatabase.OpenAsync("Data Source=" + Path.Combine(folder.FullName, "load.db"));
            var catalog = DialogFolder.Open(Path.Combine(AppContext.BaseDirectory, "dialogs"));
            using var bot = new FieldBot(database, catalog, TimeZoneInfo.Utc, null, TimeProvider.System, NullLoggerFactory.Instance);
            await EnrolAsync(database);
            var next = await PlayAsync(bot, updatesInABatch, WarmUp, 1);
            using var process = Process.GetCurrentProcess();
            var (cpu, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
            var updates = await PlayAsync(bot, updatesInABatch, Rounds, next) - next;
            process.Refresh();
            var spent = (process.TotalProcessorTime - cpu).TotalMilliseconds / updates;
            await using var db = database.NewContext();
            var reports = await db.Submissions.CountAsync();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"batch {updatesInABatch}: {updates / watch.Elapsed.TotalSeconds:0} updates/s, {spent:0.000} ms CPU each, {process.WorkingSet64 / 1_000_000} MB, {reports} reports of {Partners * (WarmUp + Rounds)}"));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static Task<int> EnrolAsync(FieldDatabase database) => database.WriteAsync(
        db =>
        {
            for (var chat = 0; chat < Partners; chat++)
                db.People.Add(new Person { Role = Role.Partner, Name = "P", Kind = "comite", Area = "ML05", Channel = "load", ChatId = chat });
            db.People.Add(new Person { Role = Role.Coordinator, Name = "C", Area = "ML05", Channel = "load", ChatId = Partners });
            return Task.FromResult(Partners);
        },
        CancellationToken.None);

    private static async Task<long> PlayAsync(FieldBot bot, int size, int rounds, long next)
    {
        foreach (var words in Enumerable.Repeat(Words, rounds).SelectMany(w => w))
            foreach (var chats in Enumerable.Range(0, Partners).Chunk(size))
            {
                var batch = chats.Select(chat => new ChannelUpdate("load", next, chat, next++, Day.AddDays(chat % 60), new Said(new Message(words.Replace("LIEU", Places[chat % Places.Length], StringComparison.Ordinal))))).ToList();
                if (await bot.Intake.HandleAsync(batch, CancellationToken.None) is { SetAside: > 0 } or { SeenBefore: > 0 })
                    throw new InvalidOperationException("an update was not handled: " + words);
            }

        return next;
    }
}
