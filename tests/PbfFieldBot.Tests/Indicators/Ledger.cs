using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Indicators;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;
using PbfFieldBot.TestKit;

namespace PbfFieldBot.Tests.Indicators;

/// <summary>A database of reports and their figures, without conversations: reports are filed and reviewed as the intake does it.</summary>
internal sealed class Ledger : IAsyncDisposable
{
    private static readonly CancellationToken Stop = CancellationToken.None;
    private readonly TestDatabase place;
    private readonly bool isGuest;
    private long last;

    private Ledger(TestDatabase place, bool isGuest = false) => (this.place, this.isGuest) = (place, isGuest);

    public FieldDatabase Database { get; private set; } = null!;

    /// <summary>The file of a ledger that was opened as one; what runs on both databases takes <see cref="Arguments"/>.</summary>
    public string SqliteFile => place.Address.SqliteFile["Data Source=".Length..];

    /// <summary>What makes the program work on this database, for its command line.</summary>
    public string Arguments => place.Arguments;

    public IndicatorCells Cells { get; } = new(ShippedDialogs.Framework, key => ShippedDialogs.All.FirstOrDefault(d => d.Key == key));

    public IndicatorQueries Queries => new(Database, ShippedDialogs.Framework);

    public static Task<Ledger> OpenAsync() => OpenAsync(TestDatabase.Create());

    /// <summary>On a SQLite file in any test, for what works on files.</summary>
    public static Task<Ledger> OpenFileAsync() => OpenAsync(TestDatabase.InFile());

    /// <summary>The same database as another process opens it; its reports are numbered from there on.</summary>
    public async Task<Ledger> BesideAsync(long from) => new(place, isGuest: true) { Database = await FieldDatabase.OpenAsync(place.Address, Stop), last = from };

    private static async Task<Ledger> OpenAsync(TestDatabase place)
    {
        var ledger = new Ledger(place);
        ledger.Database = await FieldDatabase.OpenAsync(place.Address, Stop);
        await ledger.Database.WriteAsync(async db =>
        {
            var committee = await Organisations.FindOrAddAsync(db, "Comité régional de Mopti", "comite", "ML05", Stop);
            db.People.Add(new Person { Id = 1, Role = Role.Partner, Name = "Aminata", OrganisationId = committee.Id, Kind = "comite", Area = "ML05", Channel = "test", ChatId = 1 });
            return 0;
        }, Stop);
        return ledger;
    }

    /// <summary>Files a report on a day at a p-code and returns its number.</summary>
    public Task<long> FileAsync(string kind, string day, string pcode, SubmissionStatus status, params (string Name, AnswerValue Value)[] answers) => Database.WriteAsync(async db =>
    {
        var submission = New(++last, kind, DateOnly.ParseExact(day, "yyyy-MM-dd"), pcode, status, answers);
        db.Submissions.Add(submission);
        db.Revisions.Add(new SubmissionRevision { SubmissionId = submission.Id, Revision = 1, PersonId = 1, Answers = submission.Answers, Why = "sent" });
        await db.SaveChangesAsync(Stop);
        await Cells.UpdateAsync(db, submission, Stop);
        return submission.Id;
    }, Stop);

    public Task<int> ReviewAsync(long id, SubmissionStatus status) => Database.WriteAsync(async db =>
    {
        var submission = await db.Submissions.SingleAsync(s => s.Id == id, Stop);
        submission.Status = status;
        await Cells.UpdateAsync(db, submission, Stop);
        return 0;
    }, Stop);

    /// <summary>Corrects a report as its author would: a new revision, the figures follow.</summary>
    public Task<int> CorrectAsync(long id, params (string Name, AnswerValue Value)[] answers) => Database.WriteAsync(async db =>
    {
        var submission = await db.Submissions.SingleAsync(s => s.Id == id, Stop);
        var all = ConversationJson.Read<Dictionary<string, AnswerValue>>(submission.Answers);
        foreach (var (name, value) in answers)
            all[name] = value;
        submission.Answers = ConversationJson.Write(all);
        submission.Revision++;
        db.Revisions.Add(new SubmissionRevision { SubmissionId = id, Revision = submission.Revision, PersonId = 1, At = submission.SentAt, Answers = submission.Answers, Why = "corrected" });
        await db.SaveChangesAsync(Stop);
        await Cells.UpdateAsync(db, submission, Stop);
        return submission.Revision;
    }, Stop);

    public Task<int> DeclareAsync(string register, string name) => Database.WriteAsync(async db =>
    {
        var entry = await Registers.FindOrAddAsync(db, register, name, "ML05", Stop);
        entry.SupportedFromStart = true;
        await Cells.UpdateAsync(db, entry, Stop);
        return 0;
    }, Stop);

    public Task<int> RebuildAsync() => Database.WriteAsync(db => Cells.RebuildAsync(db, null, Stop), Stop);

    public async Task<IndicatorValue> ValueAsync(string code, DateOnly? asOf = null, string? area = null) =>
        (await Queries.ValuesAsync(asOf, area, Stop)).Single(v => v.Code == code);

    public async Task<IReadOnlyList<string>> CellsAsync()
    {
        await using var db = Database.NewContext();
        var cells = await db.DayCells.AsNoTracking().ToListAsync(Stop);
        var months = await db.MonthCells.AsNoTracking().ToListAsync(Stop);
        return [.. cells.Select(c => $"{c.Indicator} {c.Part} {c.Pending} {c.Day:yyyy-MM-dd} {c.Area} {c.Key}: {c.Count} {c.Value} {c.Women} {c.Men} {c.Youth} {c.LastValue} {c.LastSubmissionId}")
            .Concat(months.Select(c => $"{c.Indicator} {c.Part} {c.Pending} {c.Month:yyyy-MM} {c.Region} {c.Key}: {c.Count} {c.Value} {c.Women} {c.Men} {c.Youth} {c.First:dd} {c.Last:dd}"))
            .Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        Database.Dispose();
        if (!isGuest)
            place.Dispose();
        await Task.CompletedTask;
    }

    public static (string Name, AnswerValue Value) Headcount(int total, int? women = null) => ("participants", new HeadcountAnswer(new Engine.Submissions.Headcount(total, women).Derived()));

    public static (string Name, AnswerValue Value) Choice(string name, string value) => (name, new ChoicesAnswer([value]));

    public static (string Name, AnswerValue Value) Text(string name, string value) => (name, new TextAnswer(value));

    public static (string Name, AnswerValue Value) Number(string name, decimal value) => (name, new NumberAnswer(value));

    /// <summary>A report; the day and the p-code count where the answers do not say a date and a place.</summary>
    public static StoredSubmission New(long id, string kind, DateOnly day, string pcode, SubmissionStatus status, (string Name, AnswerValue Value)[] answers, long person = 1)
    {
        var named = ShippedDialogs.Catalog.Places.Places.FirstOrDefault(p => p.PCode == pcode) ?? new Place(PlaceLevel.Outside, pcode, null, null, null);
        var all = answers.Append(("date", new DateAnswer(day))).Append(("place", new PlaceAnswer(named))).DistinctBy(a => a.Item1).ToDictionary(a => a.Item1, a => a.Item2);
        var place = ((PlaceAnswer)all["place"]).Value;
        return new StoredSubmission
        {
            Id = id,
            Receipt = Receipt.For("MOP", id),
            Kind = kind,
            DialogKey = ShippedDialogs.Find(kind).Key,
            PersonId = person,
            OrganisationId = 1,
            Status = status,
            Day = ((DateAnswer)all["date"]).Value,
            Area = place.AreaCode,
            Answers = ConversationJson.Write(all),
        };
    }
}
