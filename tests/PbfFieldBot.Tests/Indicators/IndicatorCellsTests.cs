using CsCheck;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Indicators;
using PbfFieldBot.TestKit;
using Xunit;
using static PbfFieldBot.Tests.Indicators.Ledger;

namespace PbfFieldBot.Tests.Indicators;

public sealed class IndicatorCellsTests
{
    private sealed record Report(string Kind, int Day, string Place, int Total, int? Women, string Word, SubmissionStatus[] States);

    private static readonly Gen<SubmissionStatus> State = Gen.OneOf(SubmissionStatus.Received, SubmissionStatus.Approved, SubmissionStatus.Approved, SubmissionStatus.Rejected, SubmissionStatus.Returned);

    private static readonly Gen<Report> AReport =
        from kind in Gen.OneOf("formation", "reunion_comite", "atelier", "diffusion", "recommandation", "mesure", "appui", "restitution")
        from day in Gen.Int[0, 6]
        from place in Gen.OneOf("ML05", "ML0506", "ML0401", "ML0406", "Bamako")
        from total in Gen.Int[1, 20]
        from women in Gen.Int[-1, total]
        from word in Gen.OneOf("Kaoural", "Radio Foko", "Benkadi")
        from states in State.Array[1, 3]
        select new Report(kind, day, place, total, women < 0 ? null : women, word, states);

    [Fact]
    public async Task IncrementalFiguresEqualThoseFromScratchAndThoseInPlainWords()
    {
        await AReport.Array[0, 25].SampleAsync(async reports =>
        {
            await using var ledger = await OpenAsync();
            await ledger.DeclareAsync("radio", "Radio Daandé");
            await ledger.DeclareAsync("radio", "Radio Foko");
            var ids = new List<long>();
            foreach (var report in reports)
                ids.Add(await ledger.FileAsync(report.Kind, DayOf(report), report.Place, report.States[0], Answers(report)));
            foreach (var (report, id) in reports.Zip(ids))
                foreach (var state in report.States.Skip(1))
                    await ledger.ReviewAsync(id, state);

            var cells = await ledger.CellsAsync();
            foreach (var opening in new[] { new DateOnly(2019, 12, 31), new DateOnly(2020, 1, 12) })
                foreach (var asOf in new DateOnly?[] { null, new(2020, 1, 20), new(2020, 1, 31) })
                    foreach (var area in new[] { null, "ML05", "ML0406" })
                        Assert.Equal(InPlainWords(reports, Opened(opening), asOf ?? DateOnly.MaxValue, area), await new IndicatorQueries(ledger.Database, Opened(opening)).ValuesAsync(asOf, area));
            await ledger.RebuildAsync();
            Assert.Equal(cells, await ledger.CellsAsync());
        }, iter: 40, threads: 1);
    }

    [Fact]
    public async Task FiguresThatSeveralProcessesWriteAtOnceEqualThoseFromScratch()
    {
        await using var ledger = await OpenAsync();
        var writers = await Task.WhenAll(Enumerable.Range(1, 4).Select(n => ledger.BesideAsync(1000 * n)));
        await Task.WhenAll(writers.Select((writer, n) => Task.Run(() => WriteAsync(writer, new Random(n)))));
        var cells = await ledger.CellsAsync();
        Assert.NotEmpty(cells);
        await ledger.RebuildAsync();
        Assert.Equal(cells, await ledger.CellsAsync());
        foreach (var writer in writers)
            await writer.DisposeAsync();
    }

    // All write to the same few cells: two days, one place.
    private static async Task WriteAsync(Ledger writer, Random random)
    {
        for (var report = 0; report < 15; report++)
        {
            var id = await writer.FileAsync("formation", $"2020-03-0{random.Next(1, 3)}", "ML0506", SubmissionStatus.Received, Choice("audience", "comites"), Headcount(random.Next(10, 20), random.Next(0, 10)));
            await writer.ReviewAsync(id, SubmissionStatus.Approved);
            if (random.Next(2) == 0)
                await writer.CorrectAsync(id, Headcount(random.Next(10, 20), random.Next(0, 10)));
            if (random.Next(3) == 0)
                await writer.ReviewAsync(id, SubmissionStatus.Rejected);
        }
    }

    [Fact]
    public async Task AReportThatWaitsIsPendingUntilItIsApproved()
    {
        await using var ledger = await OpenAsync();
        var id = await ledger.FileAsync("formation", "2020-03-05", "ML0506", SubmissionStatus.Received, Choice("audience", "comites"), Headcount(15, 6));
        var before = await ledger.ValueAsync("1.1.1");
        await ledger.ReviewAsync(id, SubmissionStatus.Approved);
        var after = await ledger.ValueAsync("1.1.1");
        Assert.Equal((0m, 15m, 0, "0"), (before.Value, before.Pending, before.Sources, before.Display));
        Assert.Equal((15m, 0m, 1, "15 dont 6 femmes"), (after.Value, after.Pending, after.Sources, after.Display));
    }

    [Fact]
    public async Task ARejectedReportAddsNothing()
    {
        await using var ledger = await OpenAsync();
        var id = await ledger.FileAsync("sondage", "2020-03-05", "ML0506", SubmissionStatus.Received);
        await ledger.ReviewAsync(id, SubmissionStatus.Rejected);
        Assert.Equal((0m, 0m), ((await ledger.ValueAsync("2.2.1")).Value, (await ledger.ValueAsync("2.2.1")).Pending));
        Assert.Empty(await ledger.CellsAsync());
    }

    [Fact]
    public async Task AsOfTakesTheDayItselfAndARegionOnlyItsCercles()
    {
        await using var ledger = await OpenAsync();
        await ledger.FileAsync("sondage", "2020-03-05", "ML0506", SubmissionStatus.Approved);
        await ledger.FileAsync("sondage", "2020-03-06", "ML0401", SubmissionStatus.Approved);
        await ledger.FileAsync("sondage", "2020-03-06", "Bamako", SubmissionStatus.Approved);
        Assert.Equal(3, (await ledger.ValueAsync("2.2.1")).Value);
        Assert.Equal(1, (await ledger.ValueAsync("2.2.1", new DateOnly(2020, 3, 5))).Value);
        Assert.Equal(0, (await ledger.ValueAsync("2.2.1", new DateOnly(2020, 3, 4))).Value);
        Assert.Equal(1, (await ledger.ValueAsync("2.2.1", area: "ML04")).Value);
    }

    [Fact]
    public async Task TheLatestApprovedReasonReplacesTheReports()
    {
        await using var ledger = await OpenAsync();
        Assert.Equal("Le processus d'identification des radio est en cours", (await ledger.ValueAsync("2.1.2")).Reason);
        await ledger.FileAsync("raison", "2020-03-05", "ML05", SubmissionStatus.Approved, Choice("indicator", "2.1.2"), Text("reason", "Les contrats sont signés."));
        await ledger.FileAsync("raison", "2020-03-06", "ML05", SubmissionStatus.Received, Choice("indicator", "2.1.2"), Text("reason", "Pas encore."));
        Assert.Equal("Les contrats sont signés.", (await ledger.ValueAsync("2.1.2")).Reason);
    }

    private static ResultsFramework Opened(DateOnly day) =>
        ShippedDialogs.Framework with { Indicators = [.. ShippedDialogs.Framework.Indicators.Select(i => i with { Opening = new OpeningValue(day.Day == 31 ? 0 : 2, day, "essai") })] };

    private static IReadOnlyList<IndicatorValue> InPlainWords(Report[] reports, ResultsFramework framework, DateOnly asOf, string? area)
    {
        var declared = new[] { "daande", "foko" }.SelectMany(k => RollUp.OfDeclared("radio", k, "ML05", framework)).Select(c => new PlacedContribution(c, false, 0));
        var all = reports.SelectMany((r, i) => PlacedOf(r, i + 1)).Concat(declared)
            .Where(c => area is null || c.Contribution.Part == Parts.Since || c.Contribution.Area.StartsWith(area, StringComparison.Ordinal)).ToList();
        return [.. framework.Indicators.Select(i => IndicatorMath.ValueOf(i, PlacedContribution.Grouped(all, i, asOf), wholeProject: area is null))];
    }

    private static IEnumerable<PlacedContribution> PlacedOf(Report report, long id)
    {
        if (report.States[^1] is SubmissionStatus.Rejected or SubmissionStatus.Returned)
            return [];
        var stored = StoredOf(id, report);
        return RollUp.Of(stored, ShippedDialogs.Find(report.Kind), ShippedDialogs.Framework).Select(c => new PlacedContribution(c, report.States[^1] is SubmissionStatus.Received, id));
    }

    private static Submission StoredOf(long id, Report report)
    {
        var submission = New(id, report.Kind, DateOnly.ParseExact(DayOf(report), "yyyy-MM-dd"), report.Place, report.States[^1], Answers(report));
        return new Submission { Kind = report.Kind, Answers = IndicatorSourcesOf(submission.Answers), SentOn = submission.Day };
    }

    private static Dictionary<string, AnswerValue> IndicatorSourcesOf(string answers) => PbfFieldBot.Engine.Conversations.ConversationJson.Read<Dictionary<string, AnswerValue>>(answers);

    // The first of these days is the eve of the project; they lie in four months.
    private static string DayOf(Report report) => new DateOnly(2019, 12, 31).AddDays(9 * report.Day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static (string Name, AnswerValue Value)[] Answers(Report report) => report.Kind switch
    {
        "formation" => [Choice("audience", report.Total % 2 == 0 ? "comites" : "agents_techniques"), Headcount(report.Total, report.Women)],
        "diffusion" => [Text("radio_name", report.Word), Number("broadcasts", report.Total)],
        "recommandation" => [Text("theme", report.Word)],
        "mesure" => [Choice("indicator", report.Total % 2 == 0 ? "2.1" : "1.1"), Number("value", report.Total)],
        "appui" => [Choice("organisation_kind", report.Total % 2 == 0 ? "osc" : "radio"), Text("organisation", report.Word)],
        _ => [Headcount(report.Total, report.Women)],
    };
}
