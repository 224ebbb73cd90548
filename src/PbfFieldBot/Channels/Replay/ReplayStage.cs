using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Engine.Transcripts;
using PbfFieldBot.Intake;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Channels.Replay;

/// <summary>
/// Phones in memory over the real intake: people come in by real invitations, answers come through the outbox. Written conversations are played on it, at their own
/// time; `chat` talks on it, at the clock's.
/// </summary>
internal sealed class ReplayStage : ITranscriptStage, IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(20);
    private readonly FieldDatabase database;
    private readonly TimeZoneInfo zone;
    private readonly SettableClock? writtenTime;
    private readonly TimeProvider clock;
    private readonly ReplayChannel channel;
    private readonly FieldBot bot;
    private readonly OutboxSender sender;
    private readonly FileFetcher fetcher;
    private readonly Areas areas;
    private readonly Dictionary<string, long> chats = [];
    private readonly List<(string To, OutgoingMessage Message, DateTime At)> screens = [];
    private readonly Dictionary<string, Dialog> dialogs;
    private readonly HashSet<(OutgoingMessage, string)> used = [];
    private readonly HashSet<OutgoingMessage> replaced = [];
    private readonly Dictionary<string, long> lastSaid = [];
    private int shown;
    private long lastId;

    /// <summary>A stage for written conversations, which bring their own time.</summary>
    public ReplayStage(FieldDatabase database, DialogCatalog catalog, TimeZoneInfo zone)
        : this(database, catalog, zone, new ReplayChannel("replay"), new SettableClock())
    {
    }

    public ReplayStage(FieldDatabase database, DialogCatalog catalog, TimeZoneInfo zone, ReplayChannel channel, TimeProvider clock)
    {
        (this.database, this.zone, this.channel, this.clock) = (database, zone, channel, clock);
        writtenTime = clock as SettableClock;
        areas = new Areas(catalog.Places.Places);
        bot = new FieldBot(database, catalog, zone, null, clock, NullLoggerFactory.Instance);
        sender = bot.Sender([channel], SendLimits.None());
        fetcher = bot.Fetcher([channel]);
        dialogs = catalog.Dialogs.ToDictionary(d => d.Key);
    }

    /// <summary>Where the files that people send are looked for.</summary>
    public string Folder
    {
        set => channel.Folder = value;
    }

    /// <summary>Where the files that the bot sends are saved; null: nowhere.</summary>
    public string? Save { get; set; }

    public DateTime Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime;

    public void MoveClock(DateTime time) => writtenTime?.Set(new DateTimeOffset(time, zone.GetUtcOffset(time)).ToUniversalTime());

    public async Task EnrolAsync(TranscriptPerson person)
    {
        await FollowUpdatesAsync();
        if (await KnownChatAsync(person) is { } chat)
        {
            chats[person.Id] = chat;
            return;
        }

        var area = areas.Resolve(person.Area) ?? throw new RefusedException(AppPhrases.Text("cli.invite.unknown_area", ("area", person.Area)));
        var code = await database.WriteAsync(db => InviteAsync(db, person, area), CancellationToken.None);
        chats[person.Id] = await NextChatAsync();
        await TakeAsync(person.Id, new Started(code));
    }

    public Task DoAsync(string from, TranscriptAct act, string text) => act is TranscriptAct.Edits ? TakeAsync(from, new Edited(text), lastSaid.GetValueOrDefault(from)) : TakeAsync(from, act switch
    {
        TranscriptAct.Says => new Said(new Message(text)),
        TranscriptAct.Command when text.TrimStart('/').StartsWith("start", StringComparison.OrdinalIgnoreCase) => new Started(text.TrimStart('/')[5..].Trim()),
        TranscriptAct.Command => new Said(new Message(text)),
        TranscriptAct.Photo => new Said(new Photo(FileId(text), "")),
        TranscriptAct.Document => new SentDocument(FileId(text), Path.GetFileName(text), channel.SizeOf(FileId(text)), ""),
        TranscriptAct.Location => new Said(PointOf(text) ?? throw new ArgumentException("not a position: " + text, nameof(text))),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    });

    /// <summary>"14.5 -4.2" as a point: latitude, longitude; null when it is none.</summary>
    public static Point? PointOf(string text) =>
        text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) is [var north, var east] && Degrees(north) is >= -90 and <= 90 and { } latitude && Degrees(east) is >= -180 and <= 180 and { } longitude
            ? new Point(latitude, longitude, null)
            : null;

    /// <summary>True when a report stands on the person's screen with that button, not yet pressed.</summary>
    public bool HasReviewButton(string from, string label) => ButtonsAt(from, label).Any(b => ReportPress.Read(b.Button.Data) is not null);

    public async Task<bool> TapAsync(string from, string label)
    {
        if (ButtonsAt(from, label).Select(b => ((OutgoingMessage Message, Button Button)?)b).FirstOrDefault() is not var (message, button))
            return false;
        if (ReportPress.Read(button.Data) is { Act: ReportAct.Approve or ReportAct.Reject or ReportAct.Seen })
            used.Add((message, button.Data));
        await TakeAsync(from, new Pressed(button.Data), ScreenId(message));
        return true;
    }

    /// <summary>Puts on the screens what is due.</summary>
    public async Task ReceiveAsync()
    {
        await sender.SendDueAsync(CancellationToken.None);
        foreach (var message in channel.Take().OrderBy(m => m.Id))
        {
            if (message.EditsMessageId is { } edited)
                replaced.UnionWith(screens.Select(s => s.Message).Where(m => m.ChatId == message.ChatId && ScreenId(m) == edited));
            screens.Add((chats.FirstOrDefault(c => c.Value == message.ChatId).Key ?? "?", message, Now));
            if (Save is { } folder && message.File is { } file)
                await File.WriteAllBytesAsync(SavedFile.Place(folder, file.Name), file.Content);
        }
    }

    public async Task<bool> HasNothingToApproveAsync(string from)
    {
        await using var db = database.NewContext();
        var person = await db.People.AsNoTracking().FirstAsync(p => p.Channel == channel.Name && p.ChatId == chats[from]);
        var last = await db.Submissions.AsNoTracking().Where(s => s.PersonId == person.Id).OrderByDescending(s => s.Id).FirstOrDefaultAsync();
        if (last is { Status: SubmissionStatus.Approved })
            return true;

        // A report that confirms another one went with it.
        return person.Role is not Role.Partner && await db.Submissions.AsNoTracking().OrderByDescending(s => s.Id).FirstOrDefaultAsync() is { SameAs: not null, Status: SubmissionStatus.Approved };
    }

    public IReadOnlyList<Shown> TakeShown()
    {
        var fresh = screens.Skip(shown).Select(s => new Shown(s.To, s.At, TextOf(s.Message), [.. ButtonsOf(s.Message).Select(b => b.Label)])).ToList();
        shown = screens.Count;
        return fresh;
    }

    public async Task<Awaited?> AwaitedAsync(string from)
    {
        await using var db = database.NewContext();
        var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Channel == channel.Name && p.ChatId == chats[from]);
        var stored = person is null ? null : await db.Conversations.AsNoTracking().FirstOrDefaultAsync(c => c.PersonId == person.Id);
        if (stored is null || ConversationJson.Read<PersonState>(stored.State).Active is not { } active)
            return null;
        var question = active.Asking is { } name && dialogs.TryGetValue(active.DialogKey, out var dialog) ? dialog.Find(name) : null;
        return new Awaited(active.Kind, active.State, active.Asking, active.Part, question is not null && (active.Part is not null || !question.Source.Required));
    }

    public void Dispose() => bot.Dispose();

    private string FileId(string path) => string.Create(CultureInfo.InvariantCulture, $"{lastId + 1}/{path}");

    // The newest message first; what was edited shows only its new buttons.
    private IEnumerable<(OutgoingMessage Message, Button Button)> ButtonsAt(string from, string label)
    {
        var wanted = Folding.Fold(label);
        return screens.Where(s => s.To == from && s.Message.Buttons is not null && !replaced.Contains(s.Message)).Reverse()
            .SelectMany(s => ButtonsOf(s.Message).Select(b => (s.Message, Button: b)))
            .Where(b => Folding.Fold(b.Button.Label) == wanted && !used.Contains((b.Message, b.Button.Data)));
    }

    private static long ScreenId(OutgoingMessage message) => message.EditsMessageId ?? message.Id;

    private async Task TakeAsync(string from, Happening what, long? message = null)
    {
        writtenTime?.Set(clock.GetUtcNow() + Pace);
        lastId++;
        if (what is Said)
            lastSaid[from] = lastId;
        await bot.Intake.HandleAsync([new ChannelUpdate(channel.Name, lastId, chats[from], message ?? lastId, clock.GetUtcNow(), what)], CancellationToken.None);
        await fetcher.FetchDueAsync(CancellationToken.None);
        await ReceiveAsync();
    }

    private async Task<string> InviteAsync(FieldDb db, TranscriptPerson person, string area)
    {
        var role = Enum.Parse<Role>(person.Role, ignoreCase: true);
        var organisation = person.Organisation is { } name ? await Organisations.FindOrAddAsync(db, name, person.Kind ?? "osc", area, CancellationToken.None) : null;

        // Only organisations of civil society and stations are counted as supported; a committee among them would be one CSO too many.
        if (person is { Supported: true, Organisation: { } supported, Kind: null or "osc" or "radio" })
        {
            var entry = await Registers.FindOrAddAsync(db, person.Kind == "radio" ? Registers.Radio : Registers.Organisation, supported, area, CancellationToken.None);
            entry.SupportedFromStart = true;
            await bot.DeclareSupportedAsync(db, entry, CancellationToken.None);
        }

        return Invitations.Create(db, new Invitee(role, person.Id, area, organisation?.Id, person.Kind), clock.GetUtcNow());
    }

    private async Task<long?> KnownChatAsync(TranscriptPerson person)
    {
        await using var db = database.NewContext();
        return await db.People.AsNoTracking().Where(p => p.Channel == channel.Name && p.Name == person.Id && p.RevokedAt == null).Select(p => (long?)p.ChatId).FirstOrDefaultAsync();
    }

    private async Task<long> NextChatAsync()
    {
        await using var db = database.NewContext();
        var last = await db.People.Where(p => p.Channel == channel.Name).MaxAsync(p => (long?)p.ChatId) ?? 0;
        return Math.Max(last, chats.Values.DefaultIfEmpty().Max()) + 1;
    }

    // With a database that is appended to, update ids go on where the last conversation ended.
    private async Task FollowUpdatesAsync()
    {
        if (lastId > 0)
            return;
        await using var db = database.NewContext();
        lastId = await db.SeenUpdates.Where(u => u.Channel == channel.Name).MaxAsync(u => (long?)u.UpdateId) ?? 0;
    }

    private static string TextOf(OutgoingMessage message) => message.File switch
    {
        null => message.Text,
        { Kind: OutgoingFileKind.Photo } => (AppPhrases.Text("files.photo") + "\n" + message.Text).TrimEnd(),
        { Name: var name } => (AppPhrases.Text("files.document", ("name", name)) + "\n" + message.Text).TrimEnd(),
    };

    private static IEnumerable<Button> ButtonsOf(OutgoingMessage message) =>
        message.Buttons is { } rows ? ConversationJson.Read<List<List<Button>>>(rows).SelectMany(r => r) : [];

    private static double? Degrees(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
