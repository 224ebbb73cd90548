using PbfFieldBot.TestKit;
using PbfFieldBot.Tests.Reports.Exports;
using Xunit;

namespace PbfFieldBot.Tests.Commands;

public sealed class ExportCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("xml")]
    public async Task TheWholeFileStandsAloneInItsFolder(string extension)
    {
        var (code, output, _) = await RunAsync("--to " + folder["out." + extension]);
        Assert.Equal((0, $"Écrit : {folder["out." + extension]}"), (code, output));
        Assert.Equal([folder["out." + extension]], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task WithoutAFileTheCsvGoesToStandardOutput()
    {
        var (code, output, _) = await RunAsync("");
        Assert.Equal((0, 4), (code, output.Split('\n').Length));
        Assert.StartsWith("receipt;revision", output.TrimStart('\ufeff'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmptyIdentifiersOfIatiAreSaid()
    {
        var (_, _, error) = await RunAsync("--to " + folder["out.xml"]);
        Assert.Equal("À compléter avant de publier : l'identifiant IATI du projet et de l'organisation dans dialogs/indicateurs.yaml ; le numéro PBF/MLI/A-2 en tient lieu.", error);
    }

    [Theory]
    [InlineData("--to rapport.pdf", 2, "« rapport.pdf » : donnez un nom qui finit par .xlsx, .csv, .json, .xml.")]
    [InlineData("--to out.xml --region Mopti", 1, "Un fichier .xml ne contient que les chiffres de tout le projet : retirez --region et --versions.")]
    [InlineData("--to nulle-part/out.csv", 1, "Le fichier « nulle-part/out.csv » n'a pas pu être écrit : vérifiez le dossier, ses droits et la place sur le disque, et fermez le fichier s'il est ouvert.")]
    [InlineData("--region Gao", 1, "« Gao » n'est ni une région ni un cercle du projet.")]
    public async Task WhatCannotBeDoneIsSaidInOneSentence(string arguments, int expected, string sentence)
    {
        var (code, _, error) = await RunAsync(arguments);
        Assert.Equal((expected, sentence), (code, error.Split('\n')[0].Trim()));
    }

    public void Dispose() => folder.Dispose();

    private static async Task<(int Code, string Output, string Error)> RunAsync(string arguments)
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        return await ProgramRun.RunAsync(Repository.Root, $"export {arguments} {ledger.Arguments}");
    }
}
