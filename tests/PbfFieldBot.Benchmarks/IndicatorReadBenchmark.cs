using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Indicators;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;
using PbfFieldBot.TestKit;

namespace PbfFieldBot.Benchmarks;

/// <summary>How long the indicators take to read, to make anew and to keep, by the number of stored reports.</summary>
internal static class IndicatorReadBenchmark
{
    private const int Days = 700;
    private const int Reads = 15;
    private static readonly DateOnly Start = new(2020, 1, 1);
    private static readonly string[] Kinds = ["reunion_comite", "formation", "diffusion", "atelier", "diffusion", "restitution", "cadre_concertation", "diffusion", "recommandation", "mesure", "sondage", "appui"];
    private static readonly string[] Audiences = ["comites", "agents_techniques", "parlementaires", "membres_secretariat", "radios"];
    private static readonly Place[] Places = [.. ShippedDialogs.Catalog.Places.Places.Where(p => p.Level is PlaceLevel.Cercle or PlaceLevel.Region)];

    public static async Task RunAsync(IEnumerable<int> sizes)
    {
        Console.WriteLine($"{"reports",10} {"cells",9} {"read median",12} {"read worst",11} {"as of mid",10} {"rebuild",9} {"keep one",9}");
        foreach (var size in sizes)
            await RunAsync(size);
    }

    private static async Task RunAsync(int size)
    {
        var file = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"pbf-read-{size}.db"));
        File.Delete(file);
        using (var database = await FieldDatabase.OpenAsync("Data Source=" + file))
        {
            var cells = new IndicatorCells(ShippedDialogs.Framework, key => ShippedDialogs.All.FirstOrDefault(d => d.Key == key));
            await database.WriteAsync(db => FillAsync(db, size), CancellationToken.None);
            var rebuild = await TimedAsync(() => database.WriteAsync(db => cells.RebuildAsync(db, null, CancellationToken.None), CancellationToken.None));
            var queries = new IndicatorQueries(database, ShippedDialogs.Framework);
            var reads = await TimesAsync(() => queries.ValuesAsync());
            var past = await TimesAsync(() => queries.ValuesAsync(Start.AddDays(Days / 2)));
            var keep = await TimesAsync(() => database.WriteAsync(db => KeepAsync(db, cells, size), CancellationToken.None));
            await using var counting = database.NewContext();
            var count = await counting.DayCells.CountAsync();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{size,10:N0} {count,9:N0} {Median(reads),9:0.0} ms {reads[^1],8:0.0} ms {Median(past),7:0.0} ms {rebuild / 1000,7:0.0} s {Median(keep),6:0.00} ms"));
        }

        File.Delete(file);
    }

    /// <summary>Fills an empty database with reports and their figures.</summary>
    public static async Task FillWithFiguresAsync(FieldDatabase database, int size)
    {
        var cells = new IndicatorCells(ShippedDialogs.Framework, key => ShippedDialogs.All.FirstOrDefault(d => d.Key == key));
        await database.WriteAsync(db => FillAsync(db, size), CancellationToken.None);
        await database.WriteAsync(db => cells.RebuildAsync(db, null, CancellationToken.None), CancellationToken.None);
    }

    private static async Task<int> FillAsync(FieldDb db, int size)
    {
        db.Organisations.Add(new Organisation { Id = 1, Name = "Radio 1", Key = "radio 1", Kind = "radio", Area = "ML05" });
        db.People.Add(new Person { Id = 1, Role = Role.Partner, Name = "Aminata", OrganisationId = 1, Kind = "radio", Area = "ML05", Channel = "bench", ChatId = 1 });
        await db.SaveChangesAsync();
        await using var insert = db.Database.GetDbConnection().CreateCommand();
        insert.CommandText = """
            INSERT INTO "Submissions" ("Id", "Receipt", "Kind", "DialogKey", "PersonId", "OrganisationId", "Status", "Revision", "Day", "Area", "Answers", "SentAt")
            VALUES (@id, @receipt, @kind, @key, 1, 1, @status, 1, @day, @area, @answers, 0)
            """;
        var parameters = new[] { "@id", "@receipt", "@kind", "@key", "@status", "@day", "@area", "@answers" }.Select(name =>
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = name;
            insert.Parameters.Add(parameter);
            return parameter;
        }).ToArray();
        for (var id = 1; id <= size; id++)
        {
            var (submission, answers) = Report(id);
            object[] values = [submission.Id, submission.Receipt, submission.Kind, submission.DialogKey, submission.Status.ToString(), submission.Day, submission.Area, answers];
            for (var i = 0; i < values.Length; i++)
                parameters[i].Value = values[i];
            insert.ExecuteNonQuery();
        }

        return size;
    }

    // Spread by multiplications with primes: the same reports at each run.
    private static (StoredSubmission Submission, string Answers) Report(int id)
    {
        var mixed = (int)(id * 2_654_435_761L % 1_000_003);
        var kind = Kinds[mixed % Kinds.Length];
        var place = Places[mixed / 13 % Places.Length];
        var day = Start.AddDays(mixed % Days);
        var women = mixed % 9;
        var answers = new Dictionary<string, AnswerValue>
        {
            ["date"] = new DateAnswer(day),
            ["place"] = new PlaceAnswer(place),
            ["participants"] = new HeadcountAnswer(new Headcount(20, women).Derived()),
            ["audience"] = new ChoicesAnswer([Audiences[mixed / 7 % Audiences.Length]]),
            ["body"] = new ChoicesAnswer([mixed % 3 == 0 ? "CCOCSAD" : "CLOCSAD"]),
            ["radio_name"] = new TextAnswer("Radio " + (mixed / 11 % 20)),
            ["theme"] = new TextAnswer("Recommandation " + (mixed / 11 % 50)),
            ["indicator"] = new ChoicesAnswer([mixed % 2 == 0 ? "2.1" : "1.1"]),
            ["value"] = new NumberAnswer(mixed % 100),
            ["organisation_kind"] = new ChoicesAnswer([mixed % 2 == 0 ? "radio" : "osc"]),
            ["organisation"] = new TextAnswer("Radio " + (mixed / 11 % 12)),
        };
        var dialog = ShippedDialogs.Find(kind);
        var json = ConversationJson.Write(answers.Where(a => dialog.Find(a.Key) is not null).ToDictionary());
        var status = mixed % 10 == 0 ? SubmissionStatus.Received : SubmissionStatus.Approved;
        return (new StoredSubmission
        {
            Id = id,
            Receipt = Receipt.For("MOP", id),
            Kind = kind,
            DialogKey = dialog.Key,
            PersonId = 1,
            OrganisationId = 1,
            Status = status,
            Day = day,
            Area = place.AreaCode,
            Answers = json,
        }, json);
    }

    private static async Task<int> KeepAsync(FieldDb db, IndicatorCells cells, int size)
    {
        await cells.UpdateAsync(db, await db.Submissions.SingleAsync(s => s.Id == (size / 2) + 1), CancellationToken.None);
        return 0;
    }

    private static async Task<double> TimedAsync<T>(Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<List<double>> TimesAsync<T>(Func<Task<T>> work)
    {
        await work();
        List<double> times = [];
        for (var i = 0; i < Reads; i++)
            times.Add(await TimedAsync(work));
        times.Sort();
        return times;
    }

    private static double Median(List<double> times) => times[times.Count / 2];
}
