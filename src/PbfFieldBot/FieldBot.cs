using Microsoft.Extensions.Logging;
using PbfFieldBot.Channels;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Indicators;
using PbfFieldBot.Intake;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Schedule;
using PbfFieldBot.Submissions;

namespace PbfFieldBot;

/// <summary>The bot put together, the same for Telegram, the terminal, written conversations and tests: intake and outbox over one database and one catalog of dialogs.</summary>
public sealed class FieldBot : IDisposable
{
    private readonly OutboxSignal signal = new();
    private readonly FieldDatabase database;
    private readonly TimeProvider clock;
    private readonly ILoggerFactory logs;
    private readonly IndicatorCells cells;

    public FieldBot(FieldDatabase database, DialogCatalog catalog, TimeZoneInfo zone, string? contact, TimeProvider clock, ILoggerFactory logs)
    {
        (this.database, this.clock, this.logs) = (database, clock, logs);
        var versions = new DialogVersions(database, catalog);
        var engine = new ConversationEngine(catalog, versions.Find, contact ?? "");
        Areas = new Areas(catalog.Places.Places);
        cells = new IndicatorCells(catalog.Framework, versions.Find);
        var reception = new Reception(engine, versions, Areas, new Filing(versions.Find, Areas, cells), new Reviews(cells), zone);
        Intake = new UpdateHandler(database, reception, versions, signal, clock, logs.CreateLogger<UpdateHandler>());
    }

    /// <summary>Where every channel brings its updates.</summary>
    public UpdateHandler Intake { get; }

    public Areas Areas { get; }

    /// <summary>The sender over these channels.</summary>
    public OutboxSender Sender(IReadOnlyList<IChannel> channels, SendLimits limits) => new(database, channels, limits, signal, clock, logs.CreateLogger<OutboxSender>());

    /// <summary>The loop that puts Monday's digests into the outbox.</summary>
    internal DigestLoop Digests(DialogCatalog catalog, TimeZoneInfo zone, string cron) => new(new DigestSchedule(database, catalog, zone, cron, clock), signal, clock, logs.CreateLogger<DigestLoop>());

    /// <summary>Counts an organisation or station that was declared as supported without an `appui`; part of the caller's transaction.</summary>
    public Task DeclareSupportedAsync(FieldDb db, RegisterEntry entry, CancellationToken stop) => cells.UpdateAsync(db, entry, stop);

    public void Dispose() => signal.Dispose();
}
