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
    private readonly TestDatabase place = TestDatabase.Create();
    private readonly CapturedLogs logs = new();
    private FieldDatabase database = null!;
    private FieldBot bot = null!;
    private OutboxLoop outbox = null!;
    private TelegramPolling polling = null!;
    private FetchLoop fetching = null!;
    private TelegramMenus menus = null!;

    public FakeTelegram Telegram { get; } = FakeTelegram.Start();

    public string Logged => logs.Text;

    public FieldDatabase Database => database;

    public static async Task<ServedBot> StartAsync()
    {
        var served = new ServedBot();
        await served.OpenAsync();
        return served;
    }

    /// <summary>Ends the process's work and starts it again on the same database.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync();
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
        await CloseAsync();
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

    private async Task OpenAsync()
    {
        var settings = new TelegramSettings(FakeTelegram.Token, Telegram.Address, null, null);
        var factory = LoggerFactory.Create(l => l.AddProvider(logs).SetMinimumLevel(LogLevel.Trace));
        database = await FieldDatabase.OpenAsync(place.Address);
        bot = new FieldBot(database, DialogFolder.Open(Dialogs()), TimeZoneInfo.Utc, "+223 00 00 00 00", TimeProvider.System, factory);
        var channel = new TelegramChannel(TelegramClients.ForSending(settings), factory.CreateLogger<TelegramChannel>());
        outbox = new OutboxLoop(bot.Sender([channel], SendLimits.None()));
        fetching = bot.Fetching([channel]);
        polling = new TelegramPolling(TelegramClients.ForPolling(settings), TelegramClients.ForSending(settings), bot.Intake, TimeProvider.System, factory.CreateLogger<TelegramPolling>());
        await outbox.StartAsync(default);
        menus = new TelegramMenus(TelegramClients.ForSending(settings), database, bot.Address, bot.Arrivals, TimeProvider.System, factory.CreateLogger<TelegramMenus>());
        await menus.StartAsync(default);
        await fetching.StartAsync(default);
        await polling.StartAsync(default);
    }

    private async Task CloseAsync()
    {
        await polling.StopAsync(default);
        await menus.StopAsync(default);
        await fetching.StopAsync(default);
        await outbox.StopAsync(default);
        bot.Dispose();
        database.Dispose();
    }
}
