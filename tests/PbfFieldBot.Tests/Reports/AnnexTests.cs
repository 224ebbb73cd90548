using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Reports.Annex;
using PbfFieldBot.Reports.Snapshots;
using PbfFieldBot.TestKit;
using PbfFieldBot.Tests.Indicators;
using PbfFieldBot.Tests.Reports.Exports;
using Xunit;
using static PbfFieldBot.Tests.Indicators.Ledger;

namespace PbfFieldBot.Tests.Reports;

public sealed class AnnexTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    private sealed record Report(string Kind, int Day, string Place, int Total, int Women, string Word, SubmissionStatus State);

    private static readonly Gen<Report> AReport =
        from kind in Gen.OneOf("formation", "reunion_comite", "atelier", "diffusion", "recommandation", "mesure", "appui", "restitution", "sondage", "visite_echange")
        from day in Gen.Int[-20, 300]
        from place in Gen.OneOf("ML05", "ML0506", "ML0401", "Bamako")
        from total in Gen.Int[1, 20]
        from women in Gen.Int[0, total]
        from word in Gen.OneOf("Kaoural", "Radio Foko", "Benkadi")
        from state in Gen.OneOf(SubmissionStatus.Received, SubmissionStatus.Approved, SubmissionStatus.Approved, SubmissionStatus.Approved, SubmissionStatus.Rejected)
        select new Report(kind, day, place, total, women, word, state);

    [Fact]
    public async Task OpeningValueAndSourcesMakeEachCellThatAddsUp()
    {
        await AReport.Array[0, 30].SampleAsync(async season =>
        {
            await using var ledger = await OpenAsync();
            await ledger.DeclareAsync("radio", "Radio Foko");
            foreach (var report in season)
                await ledger.FileAsync(report.Kind, DayOf(report), report.Place, report.State, Answers(report));
            var entries = (await BuilderOf(ledger).BuildAsync(new DateOnly(2020, 9, 30), Stop)).Entries.Where(e => e.AddsUp).ToList();
            Assert.Equal(13, entries.Count);
            Assert.All(entries, e => Assert.Equal((e.Indicator.Code, e.Value.Value), (e.Indicator.Code, e.Sum)));
            Assert.All(entries.Where(e => e.Indicator.BySexAndAge), e => Assert.Equal(e.Value.Women ?? 0, e.Lines.Sum(l => l.Source.Amount.Women ?? 0)));
        }, iter: 25, threads: 1);
    }

    [Fact]
    public async Task AnEntryTellsItsOpeningValueEachReportAndTheSum()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        Assert.Equal(
            [
                "N° de reçu | Date | Activité | Lieu | Organisation | Ajoute | Femmes | Hommes | Moins de 35 ans | Remarque",
                "Valeur d'ouverture | 31/12/2019 |  |  |  | 0 | non dit | non dit | non dit | Rapport annuel de novembre 2020, base de données : 0 ; veille du début du projet",
                $"{Receipt.For("MOP", 1)} | 05/03/2020 | Formation | Koro | Comité régional de Mopti | 15 | 6 | 9 | non dit | Déjà formés par le projet : non dit, compté 0.",
                "Ensemble |  |  |  |  | 15 | 6 | 9 | non dit | ",
            ],
            TableOf(await WordAsync(ledger), 2));
    }

    [Fact]
    public async Task AStationIsCountedOnceAndTheOtherReportsSaySo()
    {
        await using var ledger = await OpenAsync();
        await ledger.DeclareAsync("radio", "Radio Foko");
        await ledger.FileAsync("diffusion", "2020-03-05", "ML0505", SubmissionStatus.Approved, Text("radio_name", "Radio Foko"), Number("broadcasts", 3));
        await ledger.FileAsync("diffusion", "2020-03-09", "ML0505", SubmissionStatus.Approved, Text("radio_name", "radio foko"), Number("broadcasts", 2));
        var entry = (await BuilderOf(ledger).BuildAsync(null, Stop)).Entries.Single(e => e.Indicator.Code == "2.1.2");
        Assert.Equal(
            ["0 « foko » ; début de l'appui ; déclaré appuyé depuis le début du projet", "1 « foko »", "0 « foko » ; déjà compté"],
            entry.Lines.Select(l => $"{l.Adds} {AnnexText.Remark(l, entry)}"));
    }

    [Fact]
    public async Task ASurveysCellIsSaidByTheLastReportAndIsNotSummed()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        var entry = (await BuilderOf(ledger).BuildAsync(null, Stop)).Entries.Single(e => e.Indicator.Code == "2.1");
        Assert.False(entry.AddsUp);
        Assert.StartsWith("Le dernier rapport dit la valeur ;", AnnexText.Rule(entry), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WordFindsNothingWrongAndTheHeaderComesAgainOnEachPage()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        using var document = WordprocessingDocument.Open(new MemoryStream(await WordAsync(ledger)), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => e.Path?.XPath + " " + e.Description));
        Assert.All(document.MainDocumentPart!.Document.Descendants<Table>(), t => Assert.NotEmpty(t.Elements<TableRow>().First().Descendants<TableHeader>()));
    }

    [Fact]
    public async Task ExcelHoldsTheSameSources()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        using var file = new MemoryStream();
        AnnexExcel.Write(await BuilderOf(ledger).BuildAsync(null, Stop), ShippedDialogs.Catalog, file);
        using var book = new SpreadsheetText(file.ToArray());
        var row = Enumerable.Range(2, 30).Select(r => book.Row("Annexe", r)).First(r => r.GetValueOrDefault("N° de reçu") == Receipt.For("MOP", 1));
        Assert.Equal(("1.1.1", "43895", "Formation", "Koro", "15", "6"), (row["Code"], row["Date"], row["Activité"], row["Lieu"], row["Ajoute"], row["Femmes"]));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book.Document, TestContext.Current.CancellationToken).Select(e => e.Description));
    }

    [Fact]
    public async Task TheAnnexOfFrozenFiguresStaysAsItWas()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        var frozen = await new SnapshotArchive(ledger.Database, ShippedDialogs.Catalog).FreezeAsync("novembre 2020", null, ExportedReports.Now, Stop);
        var before = await WordAsync(ledger, frozen);
        await ledger.CorrectAsync(1, Headcount(12, 4));
        Assert.Equal(before, await WordAsync(ledger, frozen));
        Assert.NotEqual(TableOf(before, 2), TableOf(await WordAsync(ledger), 2));
    }

    private static AnnexBuilder BuilderOf(Ledger ledger) => new(ledger.Database, ShippedDialogs.Catalog);

    private static async Task<byte[]> WordAsync(Ledger ledger, ReportSnapshot? frozen = null)
    {
        var annex = frozen is null ? await BuilderOf(ledger).BuildAsync(null, Stop) : await BuilderOf(ledger).BuildFrozenAsync(frozen, Stop);
        using var file = new MemoryStream();
        new AnnexWord(annex, ShippedDialogs.Catalog, new Dictionary<string, byte[]>()).Write(file);
        return file.ToArray();
    }

    private static IEnumerable<string> TableOf(byte[] file, int number)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        return [.. document.MainDocumentPart!.Document.Descendants<Table>().ElementAt(number).Elements<TableRow>().Select(r => string.Join(" | ", r.Elements<TableCell>().Select(c => c.InnerText)))];
    }

    private static string DayOf(Report report) => new DateOnly(2020, 1, 1).AddDays(report.Day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

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
