using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PbfFieldBot.Channels;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Intake;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;

namespace PbfFieldBot.Tests;

/// <summary>The whole bot in memory: a database of its own, a clock that stands still, phones without a network.</summary>
internal sealed class FieldBotApp : IAsyncDisposable
{
    public static readonly DateTimeOffset Morning = new(2020, 11, 12, 9, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase place = TestDatabase.Create();
    private FieldBot bot = null!;
    private OutboxSender sender = null!;
    private long lastUpdate;
    private long lastChat = 100;

    private FieldBotApp(DialogCatalog catalog) => Catalog = catalog;

    public DialogCatalog Catalog { get; private set; }

    /// <summary>The database's file, as an operator names it with --db.</summary>
    /// <summary>What makes the program work on this database, for its command line.</summary>
    public string Arguments => place.Arguments;

    public FakeTimeProvider Clock { get; } = new(Morning);

    public MemoryChannel Channel { get; } = new();

    public FieldDatabase Database { get; private set; } = null!;

    public static Task<FieldBotApp> StartAsync(params (string Id, string Yaml)[] dialogs) => StartAsync(CatalogOf(dialogs));

    public static async Task<FieldBotApp> StartAsync(DialogCatalog catalog)
    {
        var app = new FieldBotApp(catalog);
        await app.OpenAsync();
        return app;
    }

    /// <summary>A catalog of dialogs that stand in the test.</summary>
    public static DialogCatalog CatalogOf(params (string Id, string Yaml)[] dialogs) => new(
        [.. dialogs.Select(d => DialogReader.FromSources(d.Id, new Dictionary<string, string> { [DialogReader.FileOf(d.Id)] = d.Yaml }))],
        Gazetteer.Empty,
        new ResultsFramework([]));

    /// <summary>Stops and starts again on the same database, perhaps with other dialogs.</summary>
    public async Task RestartAsync(DialogCatalog? catalog = null)
    {
        Catalog = catalog ?? Catalog;
        bot.Dispose();
        Database.Dispose();
        await OpenAsync();
    }

    /// <summary>A phone that nobody invited.</summary>
    public Phone NewPhone() => new(this, ++lastChat);

    /// <summary>A phone whose owner came in by an invitation; the welcome is read away.</summary>
    public async Task<Phone> EnrolAsync(Role role, string name, string area = "ML05", string? organisation = null, string? kind = null)
    {
        var phone = NewPhone();
        await phone.StartsAsync(await InviteAsync(role, name, area, organisation, kind));
        phone.ReadAway();
        return phone;
    }

    public Task<string> InviteAsync(Role role, string name, string area = "ML05", string? organisation = null, string? kind = null) => Database.WriteAsync(
        async db =>
        {
            var known = organisation is null ? null : await Organisations.FindOrAddAsync(db, organisation, kind ?? "osc", area, CancellationToken.None);
            return Invitations.Create(db, new Invitee(role, name, area, known?.Id, kind), Clock.GetUtcNow());
        },
        CancellationToken.None);

    public ChannelUpdate Update(long chat, Happening what) => new(Channel.Name, ++lastUpdate, chat, lastUpdate, Clock.GetUtcNow(), what);

    /// <summary>Handles updates as one batch and sends what is due.</summary>
    public async Task<BatchOutcome> TakeAsync(params IReadOnlyList<ChannelUpdate> updates)
    {
        var outcome = await bot.Intake.HandleAsync(updates, CancellationToken.None);
        await FetchAsync();
        await SendAsync();
        return outcome;
    }

    /// <summary>Handles updates as one batch; nothing is sent, as when the process dies just after the commit.</summary>
    public Task<BatchOutcome> TakeWithoutSendingAsync(params IReadOnlyList<ChannelUpdate> updates) => bot.Intake.HandleAsync(updates, CancellationToken.None);

    /// <summary>Brings down the files that are due.</summary>
    public Task FetchAsync() => bot.Fetcher([Channel]).FetchDueAsync(CancellationToken.None);

    public Task SendAsync() => sender.SendDueAsync(CancellationToken.None);

    /// <summary>The sender as `serve` runs it.</summary>
    public Task RunSenderAsync(CancellationToken stop) => Task.Run(() => sender.RunAsync(stop), CancellationToken.None);

    public async Task<List<T>> RowsAsync<T>()
        where T : class
    {
        await using var db = Database.NewContext();
        return await db.Set<T>().AsNoTracking().ToListAsync();
    }

    public ValueTask DisposeAsync()
    {
        bot.Dispose();
        Database.Dispose();
        place.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task OpenAsync()
    {
        Database = await FieldDatabase.OpenAsync(place.Address);
        bot = new FieldBot(Database, Catalog, TimeZoneInfo.Utc, null, Clock, NullLoggerFactory.Instance);
        sender = bot.Sender([Channel], SendLimits.None());
    }
}
