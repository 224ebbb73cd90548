using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PbfFieldBot.Channels.Telegram;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Schedule;
using PbfFieldBot.TestKit.Telegram;

namespace PbfFieldBot.Tests.Channels.Telegram;

/// <summary>The bot with its shipped dialogs on a fake Telegram: polling and outbox run as in `serve`.</summary>
internal sealed class ServedBot : IAsyncDisposable
{
    private TestDatabase place = null!;
    private readonly CapturedLogs logs = new();
    private SendLimits limits = null!;
    private bool runs;
    private string connection = "";
    private FieldDatabase database = null!;
    private FieldBot bot = null!;
    private OutboxLoop outbox = null!;
    private TelegramPolling polling = null!;
    private FetchLoop fetching = null!;
    private TelegramMenus menus = null!;

    public FakeTelegram Telegram { get; } = FakeTelegram.Start();

    public string Logged => logs.Text;

    public FieldDatabase Database => database;

    /// <summary>The SQLite file of a bot that was started on one.</summary>
    public string DatabaseFile => place.Address.Shown;

    /// <summary>A bot on a new database.</summary>
    /// <param name="limits">How fast it may send; as fast as it can when not said.</param>
    /// <param name="file">More of the connection string of a SQLite file, for a test that works on files; null for the database of the run.</param>
    public static async Task<ServedBot> StartAsync(SendLimits? limits = null, string? file = null)
    {
        var served = new ServedBot { limits = limits ?? SendLimits.None(), connection = file ?? "", place = file is null ? TestDatabase.Create() : TestDatabase.InFile() };
        await served.OpenAsync();
        return served;
    }

    /// <summary>Ends the process's work and starts it again on the same database.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await OpenAsync();
    }

    /// <summary>Waits until the bot made so many calls of a method.</summary>
    public async Task CallsAsync(string method, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (Telegram.Calls.Count(c => c.Method == method) < count)
            await Task.Delay(10, patience.Token);
    }

    /// <summary>Makes a stopped bot believe that it was last there so long ago.</summary>
    public async Task WasLastThereAsync(TimeSpan ago)
    {
        using var stopped = await FieldDatabase.OpenAsync(place.Address);
        var at = (DateTimeOffset.UtcNow - ago).UtcTicks;
        await stopped.WriteAsync(db => db.Presence.ExecuteUpdateAsync(p => p.SetProperty(x => x.At, at)), CancellationToken.None);
    }

    /// <summary>A phone whose owner came in by an invitation; the welcome is read away.</summary>
    public async Task<PartnerPhone> EnrolAsync(Role role, string name, string area = "ML05", string? organisation = null, string? kind = null)
    {
        var phone = Telegram.NewPhone();
        phone.Start(await InviteAsync(role, name, area, organisation, kind));
        await phone.UntilAsync("Que voulez-vous");
        return phone;
    }

    public Task<string> InviteAsync(Role role, string name, string area = "ML05", string? organisation = null, string? kind = null) => database.WriteAsync(
        async db =>
        {
            var known = organisation is null ? null : await Organisations.FindOrAddAsync(db, organisation, kind ?? "osc", area, CancellationToken.None);
            return Invitations.Create(db, new Invitee(role, name, area, known?.Id, kind), TimeProvider.System.GetUtcNow());
        },
        CancellationToken.None);

    /// <summary>Puts a message to the last person who came in into the outbox, and wakes the sender.</summary>
    public async Task SendAsync(Func<Person, OutgoingMessage> message)
    {
        await database.WriteAsync(
            async db =>
            {
                db.Outbox.Add(message(await db.People.OrderByDescending(p => p.Id).FirstAsync()));
                return 0;
            },
            CancellationToken.None);
        bot.WakeSender();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Telegram.DisposeAsync();
        place.Dispose();
    }

    private static string Dialogs([CallerFilePath] string here = "")
    {
        var at = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(at!.FullName, "PbfFieldBot.sln")))
            at = at.Parent;
        return Path.Combine(at.FullName, "dialogs");
    }

    public async Task OpenAsync()
    {
        var settings = new TelegramSettings(FakeTelegram.Token, Telegram.Address, null, null);
        var factory = LoggerFactory.Create(l => l.AddProvider(logs).SetMinimumLevel(LogLevel.Trace));
        database = await FieldDatabase.OpenAsync(connection.Length == 0 ? place.Address : new SqliteAddress($"{place.Address.ConnectionString};{connection}"));
        bot = new FieldBot(database, DialogFolder.Open(Dialogs()), TimeZoneInfo.Utc, "+223 00 00 00 00", TimeProvider.System, factory);
        var channel = new TelegramChannel(TelegramClients.ForSending(settings), factory.CreateLogger<TelegramChannel>());
        outbox = new OutboxLoop(bot.Sender([channel], limits), database);
        fetching = bot.Fetching([channel]);
        var sender = TelegramClients.ForSending(settings);
        var intake = new TelegramIntake(sender, bot.Intake, TimeProvider.System, factory.CreateLogger<TelegramIntake>());
        polling = new TelegramPolling(TelegramClients.ForPolling(settings), intake, bot.Presence, database, new TelegramState(), TimeProvider.System, factory.CreateLogger<TelegramPolling>());
        await outbox.StartAsync(default);
        menus = new TelegramMenus(TelegramClients.ForSending(settings), database, bot.Address, bot.Arrivals, TimeProvider.System, factory.CreateLogger<TelegramMenus>());
        await menus.StartAsync(default);
        await fetching.StartAsync(default);
        await polling.StartAsync(default);
        runs = true;
    }

    public async Task StopAsync()
    {
        if (!runs)
            return;
        runs = false;
        await polling.StopAsync(default);
        await menus.StopAsync(default);
        await fetching.StopAsync(default);
        await outbox.StopAsync(default);
        bot.Dispose();
        database.Dispose();
    }
}
