using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PbfFieldBot.Channels;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Intake;

/// <summary>
/// Brings down the files that people sent, after the commit and outside any transaction. What came of it is one commit with the removal of the row, so that each file is
/// stored and answered once, also after a crash or with several processes.
/// </summary>
public sealed class FileFetcher(FieldDatabase database, Documents documents, IReadOnlyList<IChannel> channels, TimeZoneInfo zone, TimeProvider clock, ILogger<FileFetcher> log)
{
    private const int Page = 20;
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(15);
    private readonly Dictionary<string, IChannel> byName = channels.ToDictionary(c => c.Name);

    /// <summary>Brings down all that is due now; says how long nothing more is.</summary>
    public async Task<TimeSpan> FetchDueAsync(CancellationToken stop)
    {
        var tried = new HashSet<long>();
        while (true)
        {
            var (now, names) = (clock.GetUtcNow().UtcTicks, byName.Keys.ToList());
            await using var db = database.NewContext();
            var ours = db.FilesToFetch.AsNoTracking().Where(f => names.Contains(f.Channel));
            var due = await ours.Where(f => f.DueAt <= now && !tried.Contains(f.Id)).OrderBy(f => f.Id).Take(Page).ToListAsync(stop);
            foreach (var file in due)
            {
                tried.Add(file.Id);
                await TryFetchAsync(file, stop);
            }

            if (due.Count == 0)
            {
                var next = await ours.MinAsync(f => (long?)f.DueAt, stop) is { } at ? TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerSecond, at - now)) : LongestRest;
                return next < LongestRest ? next : LongestRest;
            }
        }
    }

    // One file that fails holds up no other.
    private async Task TryFetchAsync(FileToFetch file, CancellationToken stop)
    {
        try
        {
            await FetchAsync(file, stop);
        }
        catch (Exception error) when (!stop.IsCancellationRequested && !DatabaseFault.Is(error))
        {
            log.FileFailed(file.Id, error.GetType().Name);
            await PostponeAsync(file, null, stop);
        }
    }

    private async Task FetchAsync(FileToFetch file, CancellationToken stop)
    {
        if (file.Purpose is FilePurpose.Errand)
        {
            await AnswerAsync(file, (person, day) => documents.FindErrand(file.Name) is { } errand ? errand.DoAsync(person, day, stop) : Task.FromResult<IReadOnlyList<DocumentAnswer>>([]), stop);
            return;
        }

        var outcome = await byName[file.Channel].FetchAsync(file.FileId, stop);
        if (outcome is FetchLater later)
        {
            await PostponeAsync(file, later.After, stop);
            return;
        }

        if (outcome is FetchRefused)
            log.FileUnreachable(file.Id);
        var content = (outcome as Fetched)?.Content;
        await (file.Purpose is FilePurpose.Evidence ? KeepPhotoAsync(file, content, stop) : AnswerDocumentAsync(file, content, stop));
    }

    private Task KeepPhotoAsync(FileToFetch file, byte[]? content, CancellationToken stop)
    {
        var picture = content is null ? null : PlainPicture.Of(content);
        if (content is not null && picture is null)
            log.FileIsNoPicture(file.Id);
        return FinishAsync(file, async db =>
        {
            if (picture is not null && await db.EvidencePhotos.FindAsync([file.Channel, file.FileId], stop) is null)
                db.EvidencePhotos.Add(new EvidencePhoto { Channel = file.Channel, FileId = file.FileId, PersonId = file.PersonId, Content = picture, At = file.SentAt });
        }, stop);
    }

    private Task AnswerDocumentAsync(FileToFetch file, byte[]? content, CancellationToken stop) => AnswerAsync(
        file,
        (person, day) => (content, documents.Find(file.Name)) switch
        {
            (null, _) => One(AppPhrases.Text("files.lost")),
            (_, null) => One(AppPhrases.Text("files.unknown")),
            var (bytes, kind) => kind.TakeAsync(new ReceivedDocument(person, file.Name, bytes, day), stop),
        },
        stop);

    private async Task AnswerAsync(FileToFetch file, Func<Person, DateOnly, Task<IReadOnlyList<DocumentAnswer>>> make, CancellationToken stop)
    {
        await using var reading = database.NewContext();
        var person = await reading.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == file.PersonId && p.RevokedAt == null && p.Role != Role.Partner, stop);
        var answers = person is null ? [] : await MakeAsync(file, person, make, stop);
        await FinishAsync(file, db => db.Outbox.AddRangeAsync(answers.Select(a => Message(person!, a)), stop), stop);
    }

    private async Task<IReadOnlyList<DocumentAnswer>> MakeAsync(FileToFetch file, Person person, Func<Person, DateOnly, Task<IReadOnlyList<DocumentAnswer>>> make, CancellationToken stop)
    {
        try
        {
            return await make(person, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(new DateTimeOffset(file.SentAt, TimeSpan.Zero), zone).DateTime));
        }
        catch (RefusedException refusal)
        {
            return [new DocumentAnswer(refusal.Message)];
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            log.ErrandFailed(file.Id, error.GetType().Name);
            return [new DocumentAnswer(AppPhrases.Text(file.Purpose is FilePurpose.Document ? "files.failed" : "files.not_made"))];
        }
    }

    private static Task<IReadOnlyList<DocumentAnswer>> One(string text) => Task.FromResult<IReadOnlyList<DocumentAnswer>>([new DocumentAnswer(text)]);

    private OutgoingMessage Message(Person person, DocumentAnswer answer) => answer.File is { } file
        ? OutgoingMessage.WithFile(person, file, answer.Text, SendPriority.Answer, clock.GetUtcNow())
        : OutgoingMessage.To(person, new Reply(answer.Text), SendPriority.Answer, clock.GetUtcNow());

    private Task<int> FinishAsync(FileToFetch file, Func<FieldDb, Task> write, CancellationToken stop) => database.WriteAsync(
        async db =>
        {
            var ours = await db.FilesToFetch.Where(f => f.Id == file.Id).ExecuteDeleteAsync(stop);
            if (ours == 1)
                await write(db);
            return ours;
        },
        stop);

    private Task<int> PostponeAsync(FileToFetch file, TimeSpan? after, CancellationToken stop)
    {
        var wait = after ?? TimeSpan.FromSeconds(Math.Min(LongestBackoff.TotalSeconds, Math.Pow(2, Math.Min(file.Attempts, 12))));
        var until = (clock.GetUtcNow() + wait).UtcTicks;
        return database.WriteAsync(
            db => db.FilesToFetch.Where(f => f.Id == file.Id).ExecuteUpdateAsync(f => f.SetProperty(x => x.Attempts, x => x.Attempts + 1).SetProperty(x => x.DueAt, until), stop), stop);
    }
}
