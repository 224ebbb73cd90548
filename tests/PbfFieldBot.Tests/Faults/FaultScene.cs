using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.People;
using PbfFieldBot.TestKit.Processes;
using PbfFieldBot.TestKit.Telegram;
using PbfFieldBot.Tests.Commands;
using Xunit;

namespace PbfFieldBot.Tests.Faults;

/// <summary>A fake Telegram, a database file, and the real program on it, which may die and come back. Phones keep talking; at the end the promises are checked.</summary>
internal sealed partial class FaultScene : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly TemporaryFolder folder = new();
    private BotProcess? bot;

    public FakeTelegram Telegram { get; } = FakeTelegram.Start();

    public string Folder => folder.Path;

    public string File { get; private init; } = "";

    /// <summary>How often the program had to be started again.</summary>
    public int Restarts { get; private set; }

    public BotProcess Bot => bot ?? throw new InvalidOperationException("the bot was not started");

    /// <summary>True when the long form of sampled rows is asked for.</summary>
    public static bool Whole => Environment.GetEnvironmentVariable("PBF_LONG") is "1";

    /// <summary>A scene on a new database in a folder of its own, or in the folder given.</summary>
    public static async Task<FaultScene> OpenAsync(string? place = null)
    {
        var scene = new FaultScene { File = Path.Combine(place ?? "", "bot.db") };
        scene = place is null ? new FaultScene { File = scene.folder["bot.db"] } : scene;
        using var database = await FieldDatabase.OpenAsync("Data Source=" + scene.File);
        return scene;
    }

    public void Start(string[]? wrapper = null, params (string, string)[] settings) => bot = BotProcess.Start(Telegram, File, wrapper, settings);

    /// <summary>A phone with an invitation that it has not used yet.</summary>
    public async Task<(PartnerPhone Phone, string Code)> InviteAsync(string name = "Aminata", Role role = Role.Partner)
    {
        using var database = await FieldDatabase.OpenAsync("Data Source=" + File);
        var code = await database.WriteAsync(
            async db =>
            {
                var organisation = role is Role.Partner ? await Organisations.FindOrAddAsync(db, "OSC " + name, "osc", "ML05", CancellationToken.None) : null;
                return Invitations.Create(db, new Invitee(role, name, role is Role.Partner ? "ML05" : "NAT", organisation?.Id, null), TimeProvider.System.GetUtcNow());
            },
            CancellationToken.None);
        return (Telegram.NewPhone(), code);
    }

    /// <summary>A phone whose owner came in while the program ran.</summary>
    public async Task<PartnerPhone> EnrolAsync(string name = "Aminata", Role role = Role.Partner)
    {
        var (phone, code) = await InviteAsync(name, role);
        phone.Start(code);
        await SeesAsync(phone, "Que voulez-vous");
        return phone;
    }

    /// <summary>Waits until a phone shows the words; the program that dies meanwhile is started again, without anybody touching anything else.</summary>
    public async Task SeesAsync(PartnerPhone phone, string words, string[]? nextWrapper = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        var seen = phone.UntilAsync(words);
        while (!seen.IsCompleted)
        {
            await Task.WhenAny(seen, Bot.Exited, Task.Delay(Timeout.Infinite, patience.Token));
            patience.Token.ThrowIfCancellationRequested();
            if (!seen.IsCompleted && Bot.HasExited)
                await RestartAsync(Restarts == 0 ? nextWrapper : null);
        }

        await seen;
    }

    public async Task RestartAsync(string[]? wrapper = null)
    {
        await Bot.KillAsync();
        Restarts++;
        Start(wrapper);
    }

    /// <summary>A day so many days ago, as people write it: reports of one day may be about one event, and the bot asks.</summary>
    private static string DayAgo(int days) => DateTimeOffset.UtcNow.AddDays(-days).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The n-th of days so far apart that no two reports seem to tell the same event.</summary>
    public static string DayApart(int n) => DayAgo(1 + (3 * n));

    /// <summary>Reports a workshop question by question, to its receipt; returns the receipt.</summary>
    public async Task<string> ReportAsync(PartnerPhone phone, string[]? nextWrapper = null, string day = "hier")
    {
        foreach (var (says, sees) in new[]
        {
            ("atelier", "Quel jour"), (day, "Où ?"), ("Koro", "Combien de participants"), ("25 dont 9 femmes", "sujet de l'atelier"),
            ("passer", "liste de présence"), ("passer", "J'envoie ?"), ("oui", "Reçu, n° "),
        })
        {
            phone.Say(says);
            await SeesAsync(phone, sees, nextWrapper);
        }

        return ReceiptsSeenBy(phone)[^1];
    }

    /// <summary>The promises I1 to I4 and I6 as one check: what the phones saw against what the database holds.</summary>
    public async Task CheckPromisesAsync(int reports, params PartnerPhone[] phones)
    {
        await Bot.KillAsync();
        var seen = phones.SelectMany(p => ReceiptsSeenBy(p).Distinct()).ToList();
        using var database = await FieldDatabase.OpenAsync("Data Source=" + File);
        await using (var db = database.NewContext())
        {
            var stored = await db.Submissions.AsNoTracking().Select(s => s.Receipt).ToListAsync();
            Assert.Equal(reports, stored.Count);
            Assert.Equal(stored.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
            Assert.Empty(await db.SetAsideUpdates.ToListAsync());
        }

        var (code, output, error) = await ProgramRun.RunAsync(Folder, $"doctor --db {File}", ("Dialogs__Path", Path.Combine(TestKit.Repository.Root, "dialogs")));
        Assert.True(code == 0, output + error);
        Assert.Equal(0, Telegram.Unconfirmed);
    }

    /// <summary>The receipts that stand on a phone, in their order, doubled ones too.</summary>
    public static IReadOnlyList<string> ReceiptsSeenBy(PartnerPhone phone) => [.. phone.Screen.SelectMany(m => ReceiptSaid().Matches(m.Text)).Select(m => m.Groups[1].Value)];

    public async ValueTask DisposeAsync()
    {
        if (bot is not null)
            await bot.DisposeAsync();
        await Telegram.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [GeneratedRegex(@"Reçu, n° ([A-Z]{3}-[0-9A-Z]{3,6}-[0-9A-Z])")]
    private static partial Regex ReceiptSaid();
}
