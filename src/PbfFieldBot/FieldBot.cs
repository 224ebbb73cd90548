using Microsoft.Extensions.Logging;
using PbfFieldBot.Channels;
using PbfFieldBot.Data;
using PbfFieldBot.Digests;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Indicators;
using PbfFieldBot.Intake;
using PbfFieldBot.Intake.Requests;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Reports;
using PbfFieldBot.Schedule;
using PbfFieldBot.Submissions;

namespace PbfFieldBot;

/// <summary>The bot put together, the same for Telegram, the terminal, written conversations and tests: intake and outbox over one database and one catalog of dialogs.</summary>
public sealed class FieldBot : IDisposable
{
    private readonly OutboxSignal signal = new();
    private readonly Bell files = new();
    private readonly FieldDatabase database;
    private readonly TimeProvider clock;
    private readonly ILoggerFactory logs;
    private readonly IndicatorCells cells;
    private readonly TimeZoneInfo zone;
    private readonly Documents documents;
    private readonly DialogVersions versions;

    public FieldBot(FieldDatabase database, DialogCatalog catalog, TimeZoneInfo zone, string? contact, TimeProvider clock, ILoggerFactory logs)
    {
        (this.database, this.clock, this.logs, this.zone) = (database, clock, logs, zone);
        versions = new DialogVersions(database, catalog);
        documents = new Documents(new ReportByChat(database, catalog, clock).Kinds, new AskedAnswers(database, catalog, zone).All);
        var engine = new ConversationEngine(catalog, versions.Find, contact ?? "");
        Areas = new Areas(catalog.Places.Places);
        cells = new IndicatorCells(catalog.Framework, versions.Find);
        Presence = new Presence(database, signal, zone, clock);
        Shelf = new SetAsideShelf(new ContentKey(database.KeyFile));
        var (revisions, duplicates, board) = (new Revisions(versions.Find, cells), new Duplicates(versions.Find, cells), new ReviewBoard(versions.Find));
        var turns = new Turns(engine, versions, Areas, new Filing(versions.Find, Areas, cells, duplicates), revisions, duplicates, zone);
        var review = new ReviewTalk(engine, versions.Find, turns, new Reviews(revisions, cells), duplicates, board, logs.CreateLogger<ReviewTalk>());
        var requests = new ChatRequests(new InviteRequest(Areas, Address, zone), new RevokeRequest(Areas), new OwnDataRequest(Areas, zone), new ScheduleRequest(catalog.Expected, engine, Areas), zone, logs.CreateLogger<ChatRequests>());
        var reception = new Reception(engine, Areas, turns, new OwnReports(engine, catalog, turns, revisions), review, board, documents, requests, new Notice(), new CodeGuesses());
        Intake = new UpdateHandler(database, reception, versions, signal, files, Arrivals, Shelf, clock, logs.CreateLogger<UpdateHandler>());
    }

    /// <summary>Where every channel brings its updates.</summary>
    public UpdateHandler Intake { get; }

    public Areas Areas { get; }

    /// <summary>When the bot was last reached, and word to everybody after a long absence.</summary>
    public Presence Presence { get; }

    /// <summary>Where updates lie that failed three times.</summary>
    internal SetAsideShelf Shelf { get; }

    /// <summary>Where people find the bot; whoever runs the channel fills it in.</summary>
    public BotAddress Address { get; } = new();

    /// <summary>Rings when somebody came in, changed role or left.</summary>
    internal Bell Arrivals { get; } = new();

    /// <summary>The sender over these channels.</summary>
    public OutboxSender Sender(IReadOnlyList<IChannel> channels, SendLimits limits) => new(database, channels, limits, signal, clock, logs.CreateLogger<OutboxSender>());

    /// <summary>Brings down what people sent on these channels.</summary>
    public FileFetcher Fetcher(IReadOnlyList<IChannel> channels) => new(database, documents, channels, zone, clock, logs.CreateLogger<FileFetcher>());

    /// <summary>The loop that brings files down.</summary>
    internal FetchLoop Fetching(IReadOnlyList<IChannel> channels) => new(Fetcher(channels), files, clock, logs.CreateLogger<FetchLoop>(), signal.Ring);

    /// <summary>The loop that puts Monday's digests into the outbox.</summary>
    internal DigestLoop Digests(DialogCatalog catalog, TimeZoneInfo zone, string cron) => new(new DigestSchedule(database, catalog, versions.Find, zone, cron, clock), signal, clock, logs.CreateLogger<DigestLoop>());

    /// <summary>Counts an organisation or station that was declared as supported without an `appui`; part of the caller's transaction.</summary>
    public Task DeclareSupportedAsync(FieldDb db, RegisterEntry entry, CancellationToken stop) => cells.UpdateAsync(db, entry, stop);

    /// <summary>The loop that reminds of overdue reports.</summary>
    internal ReminderLoop Reminders(DialogCatalog catalog) => new(new ReminderSchedule(database, catalog, zone, clock), signal, clock, logs.CreateLogger<ReminderLoop>());

    /// <summary>Tells the sender that something was put into the outbox from outside the intake.</summary>
    internal void WakeSender() => signal.Ring();

    public void Dispose()
    {
        signal.Dispose();
        files.Dispose();
        Arrivals.Dispose();
    }
}
