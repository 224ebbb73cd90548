using System.Text.Json;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.TestKit;
using PbfFieldBot.Tests.Indicators;
using Xunit;
using static PbfFieldBot.Tests.Indicators.Ledger;

namespace PbfFieldBot.Tests.Commands;

public sealed class IndicatorsCommandTests
{
    private static readonly string Folder = Repository.Root;

    [Fact]
    public async Task TheJsonIsThatOfTheContract()
    {
        await using var ledger = await FilledAsync();
        var (code, output, _) = await ProgramRun.RunAsync(Folder, $"indicators {ledger.Arguments} --format json");
        using var json = JsonDocument.Parse(output);
        Assert.Equal((0, 18), (code, json.RootElement.GetArrayLength()));
        Assert.Equal(
            """
            {"code":"1.1.1","label":"Nombre des personnes formées et capables d’utiliser les connaissances acquises désagrégé par sexe et par âge.","level":"produit","parent":"Produit 1.1","baseline":0,"target":30,"milestone":"15. Cet indicateur sera atteint au cours de 2021","value":15,"unit":"nombre","women":6,"men":9,"youth":null,"display":"15 dont 6 femmes","opening":0,"pending":8,"sources":1,"reason":"Les activités de regroupement ont été reportées suite aux instructions gouvernementales"}
            """,
            json.RootElement[2].GetRawText());
        Assert.Equal(("pourcent", "35.5", "35,5 %"), (Text(json, 6, "unit"), json.RootElement[6].GetProperty("value").GetRawText(), Text(json, 6, "display")));
        Assert.Equal(("oui_non", "1", ""), (Text(json, 0, "unit"), Text(json, 0, "display"), Text(json, 0, "reason")));
    }

    [Fact]
    public async Task TheTableFitsAHundredColumnsAndSaysWhatWaits()
    {
        await using var ledger = await FilledAsync();
        var (_, output, _) = await ProgramRun.RunAsync(Folder, $"indicators {ledger.Arguments}");
        var lines = output.Split('\n');
        Assert.All(lines.SkipLast(1), l => Assert.InRange(l.TrimEnd().Length, 0, 100));
        Assert.Contains(lines, l => System.Text.RegularExpressions.Regex.IsMatch(l, @"1\.1\.1\s+Nombre des personnes formées.*…\s+0\s+30\s+15 dont 6 femmes\s+8\s+1"));
    }

    [Fact]
    public async Task AnExplanationNamesTheReceiptTheDayThePlaceAndTheOrganisation()
    {
        await using var ledger = await FilledAsync();
        var (code, output, _) = await ProgramRun.RunAsync(Folder, $"indicators explain 1.1.1 {ledger.Arguments}");
        Assert.Equal(0, code);
        Assert.Contains("Valeur : 15 dont 6 femmes (femmes : 6, hommes : 9, jeunes : non dit)", output, StringComparison.Ordinal);
        Assert.Contains(
            $"  {Receipt.For("MOP", 1)}  05/03/2020  Formation  Koro  Comité régional de Mopti  +15 dont 6 femmes - Déjà formés par le projet : non dit, compté 0.",
            output.Split('\n'));
        Assert.Contains("Attend la validation (1) :", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RebuildingLeavesTheFiguresAsTheyAre()
    {
        await using var ledger = await FilledAsync();
        var (_, output, _) = await ProgramRun.RunAsync(Folder, $"indicators rebuild {ledger.Arguments}");
        Assert.Equal("4 rapports repris.\nLes chiffres sont les mêmes qu'avant.", output);
    }

    [Theory]
    [InlineData("indicators explain 1.3", 1, "L'indicateur « 1.3 » n'existe pas. Les plus proches : 1.1, 1.2, 1.1.1, 1.1.2, 1.2.1, 1.2.2.")]
    [InlineData("indicators --region Gao", 1, "« Gao » n'est ni une région ni un cercle du projet.")]
    [InlineData("indicators --as-of demain", 2, "« demain » n'est pas une date : écrivez-la ainsi : 2020-11-15.")]
    public async Task WhatCannotBeDoneIsSaidInOneSentence(string arguments, int expected, string sentence)
    {
        await using var ledger = await OpenAsync();
        var (code, _, error) = await ProgramRun.RunAsync(Folder, $"{arguments} {ledger.Arguments}");
        Assert.Equal((expected, sentence), (code, error.Split('\n')[0].Trim()));
    }

    private static async Task<Ledger> FilledAsync()
    {
        var ledger = await OpenAsync();
        await ledger.FileAsync("formation", "2020-03-05", "ML0505", SubmissionStatus.Approved, Choice("audience", "comites"), Headcount(15, 6));
        await ledger.FileAsync("formation", "2020-04-05", "ML0505", SubmissionStatus.Received, Choice("audience", "comites"), Headcount(8, 2));
        await ledger.FileAsync("mesure", "2020-04-05", "ML05", SubmissionStatus.Approved, Choice("indicator", "2.1"), Number("value", 35.5m));
        await ledger.FileAsync("mesure", "2020-04-05", "ML05", SubmissionStatus.Approved, Choice("indicator", "1.1"), Number("value", 1));
        return ledger;
    }

    private static string? Text(JsonDocument json, int index, string key) => json.RootElement[index].GetProperty(key).GetString();
}
