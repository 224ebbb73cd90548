using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Reports.Exports;
using PbfFieldBot.Tests.Indicators;
using Xunit;
using static PbfFieldBot.Tests.Indicators.Ledger;

namespace PbfFieldBot.Tests.Reports.Exports;

public sealed class ExcelFormatTests : ExportFormatContract
{
    internal override IExportFormat Format { get; } = new ExcelFormat();

    internal override string Words(byte[] file)
    {
        using var book = new SpreadsheetText(file);
        return string.Join('\n', book.Sheets.Concat(book.Sheets.SelectMany(book.CellsOf).Select(c => c.InnerText)));
    }

    [Fact]
    public async Task TheSheetsAreIndicatorsDialogsWithReportsDisaggregationDictionaryAndAbout()
    {
        using var book = await SeasonAsync();
        Assert.Equal(["Indicateurs", "Formation", "Mesure", "Désagrégation", "Dictionnaire", "À propos"], book.Sheets);
    }

    [Fact]
    public async Task AReportIsARowWithADayAndNumbersThatCanBeReckonedWith()
    {
        using var book = await SeasonAsync();
        var row = book.Row("Formation", 2);
        Assert.Equal(("P1", "Comité régional de Mopti", "Koro", "43895"), (row["Par"], row["Organisation"], row["Lieu"], row["Date"]));
        Assert.Equal(("15", "6", "9", "Comités régionaux", "validé"), (row["Participants : total"], row["Participants : femmes"], row["Participants : hommes"], row["Public"], row["État"]));
        var day = book.CellsOf("Formation").First(c => c.InnerText == "43895");
        Assert.True(day.DataType is null && day.StyleIndex?.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) == ExcelStyles.Date);
    }

    [Fact]
    public async Task TheHeaderStaysInSightAndCanBeFiltered()
    {
        using var book = await SeasonAsync();
        var sheet = book.Worksheet("Formation");
        Assert.Equal(("B2", PaneStateValues.Frozen), (sheet.Descendants<Pane>().Single().TopLeftCell!.Value, sheet.Descendants<Pane>().Single().State!.Value));
        Assert.Matches("^A1:[A-Z]+3$", sheet.Descendants<AutoFilter>().Single().Reference!.Value!);
        Assert.All(sheet.Descendants<Column>(), c => Assert.True(c.Width! >= 10));
    }

    [Fact]
    public async Task DisaggregationSaysWhoseSexNobodySaid()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        await ledger.FileAsync("formation", "2020-05-05", "ML0406", SubmissionStatus.Approved, Choice("audience", "comites"), Headcount(10));
        using var book = new SpreadsheetText(await ledger.WriteAsync(Format));
        var rows = Enumerable.Range(8, 3).Select(r => book.Row("Désagrégation", r)).ToList();
        Assert.Equal(["Tout le projet 25 6 9 10", "Ségou 10   10", "Mopti 15 6 9 0"], rows.Select(r => string.Join(' ', new[] { "Zone", "Valeur", "Femmes", "Hommes", "Sexe non dit" }.Select(t => r.GetValueOrDefault(t, "")))));
    }

    [Fact]
    public async Task TextNeverBecomesAFormulaAndComesBackAsItWas()
    {
        await using var ledger = await OpenAsync();
        foreach (var text in HardTexts.Formulas.Concat(HardTexts.Others))
            await ledger.FileAsync("formation", "2020-03-05", "ML0505", SubmissionStatus.Approved, Text("theme", text), Headcount(5));
        using var book = new SpreadsheetText(await ledger.WriteAsync(Format));
        var themes = Enumerable.Range(2, HardTexts.Formulas.Length + HardTexts.Others.Length).Select(r => book.Row("Formation", r)["Sujet"].Replace("_x005F_", "_", StringComparison.Ordinal));
        Assert.Equal(HardTexts.Formulas.Concat(HardTexts.Others).Select(t => t.Replace('\r', '\n')), themes);
        Assert.Empty(book.Sheets.SelectMany(book.CellsOf).SelectMany(c => c.Elements<CellFormula>()));
    }

    [Fact]
    public async Task SignsThatNoFileCanHoldAreLeftOut()
    {
        await using var ledger = await OpenAsync();
        foreach (var text in HardTexts.Refused)
            await ledger.FileAsync("formation", "2020-03-05", "ML0505", SubmissionStatus.Approved, Text("theme", text), Headcount(5));
        using var book = new SpreadsheetText(await ledger.WriteAsync(Format));
        Assert.All(HardTexts.Refused.Select((_, i) => book.Row("Formation", i + 2)["Sujet"]), t => Assert.Matches("^a.?b$", t));
    }

    [Fact]
    public async Task ExcelFindsNothingWrongInTheFile()
    {
        using var book = await SeasonAsync();
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book.Document, TestContext.Current.CancellationToken).Select(e => e.Part?.Uri + " " + e.Path?.XPath + " " + e.Description));
    }

    [Fact]
    public async Task AnOfficeProgramReadsTheSameFigures()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        var row = await OfficeRow.ReadAsync(await ledger.WriteAsync(Format), "Formation", 2);
        Assert.Equal((Receipt.For("MOP", 1), "15", "Gestion des conflits"), (row["N° de reçu"], row["Participants : total"], row["Sujet"]));
    }

    [Fact]
    public void AFullSheetIsContinuedOnTheNext()
    {
        using var file = new MemoryStream();
        using (var book = new ExcelWorkbook(file, mostRows: 3))
        {
            book.Sheet("Réunions", ExcelColumn.Narrow("N"));
            foreach (var number in new[] { 1, 2, 3 })
                book.Row(number);
            book.Save();
        }

        using var read = new SpreadsheetText(file.ToArray());
        Assert.Equal(["Réunions", "Réunions (2)"], read.Sheets);
        Assert.Equal(("N", "3"), (read.At("Réunions (2)", "A1"), read.At("Réunions (2)", "A2")));
    }

    [Theory]
    [InlineData("Réunion [comité]: a/b?", "Réunion  comité   a b")]
    [InlineData("Une activité dont le nom est beaucoup trop long", "Une activité dont le nom est be")]
    public void ASheetsNameIsOneThatExcelTakes(string title, string expected) => Assert.Equal(expected, ExcelText.SheetName(title, []));

    private static async Task<SpreadsheetText> SeasonAsync()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        return new SpreadsheetText(await ledger.WriteAsync(new ExcelFormat()));
    }
}
