using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Reports.Exports;
using PbfFieldBot.Tests.Indicators;
using Xunit;
using static PbfFieldBot.Tests.Indicators.Ledger;

namespace PbfFieldBot.Tests.Reports.Exports;

public sealed class CsvFormatTests : ExportFormatContract
{
    internal override IExportFormat Format { get; } = new CsvFormat();

    internal override string Words(byte[] file) => Encoding.UTF8.GetString(file);

    [Fact]
    public async Task TheFileBeginsWithItsMarkAndIsSeparatedBySemicolons()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        var file = await ledger.WriteAsync(Format);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), file[..3]);
        Assert.StartsWith(
            "receipt;revision;status;confirms;kind;date;sent;by;reporter_organisation;reporter_kind;area;region;cercle;place;pcode;",
            Encoding.UTF8.GetString(file[3..]),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachReportIsOneRowOfTextsDaysAndNumbers()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        var row = Encoding.UTF8.GetString(await ledger.WriteAsync(Format)).Split("\r\n")[1];
        Assert.StartsWith(
            $"\"{Receipt.For("MOP", 1)}\";1;\"approved\";;\"formation\";2020-03-05;0001-01-01T00:00:00;\"P1\";\"Comité régional de Mopti\";\"comite\";\"ML0505\";\"Mopti\";\"Koro\";\"Koro\";\"ML0505\";\"comites\";;15;6;9;",
            row,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatBeginsAsAFormulaGetsAnApostropheAndAllElseComesBackAsItWas()
    {
        await using var ledger = await OpenAsync();
        foreach (var text in HardTexts.Formulas.Concat(HardTexts.Others))
            await ledger.FileAsync("formation", "2020-03-05", "ML0505", SubmissionStatus.Approved, Text("theme", text), Headcount(5));
        Assert.Equal(HardTexts.Formulas.Select(t => "'" + t).Concat(HardTexts.Others), Column(await ledger.WriteAsync(Format), "theme"));
    }

    [Fact]
    public async Task EveryRevisionIsGivenWhenAskedFor()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        await ledger.CorrectAsync(1, Choice("audience", "comites"), Headcount(12, 4));
        Assert.Equal(["12"], Column(await ledger.WriteAsync(Format), "participants_total").Take(1));
        var all = await ledger.WriteAsync(Format, new ExportScope(Versions: true));
        Assert.Equal(["1 replaced 15", "2 approved 12"], Column(all, "revision").Zip(Column(all, "status"), Column(all, "participants_total")).Select(r => $"{r.First} {r.Second} {r.Third}").Take(2));
    }

    [Fact]
    public async Task ADayAndARegionNarrowTheReports()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        Assert.Single(Column(await ledger.WriteAsync(Format, new ExportScope(AsOf: new DateOnly(2020, 3, 31))), "receipt"));
        Assert.Equal(["ML0406"], Column(await ledger.WriteAsync(Format, new ExportScope(Area: "ML04")), "area"));
    }

    private static List<string> Column(byte[] file, string name)
    {
        using var csv = new CsvReader(new StreamReader(new MemoryStream(file)), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" });
        Assert.True(csv.Read() && csv.ReadHeader());
        List<string> values = [];
        while (csv.Read())
            values.Add(csv.GetField(name)!);
        return values;
    }
}
