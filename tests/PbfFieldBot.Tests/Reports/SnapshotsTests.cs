using CsCheck;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.People;
using PbfFieldBot.Reports;
using PbfFieldBot.Reports.Exports;
using PbfFieldBot.Reports.Snapshots;
using PbfFieldBot.TestKit;
using PbfFieldBot.Tests.Indicators;
using PbfFieldBot.Tests.Reports.Exports;
using Xunit;
using static PbfFieldBot.Tests.Indicators.Ledger;

namespace PbfFieldBot.Tests.Reports;

public sealed class SnapshotsTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;
    private static readonly DateOnly Mid = new(2020, 11, 15);

    [Fact]
    public async Task AFrozenExportStaysByteForByteTheSameAfterAnyLaterEdit()
    {
        await Gen.Int[0, 5].Array[1, 8].SampleAsync(async edits =>
        {
            await using var ledger = await ExportedReports.SeasonAsync();
            var frozen = await FreezeAsync(ledger, "novembre 2020");
            var before = await ExportsAsync(ledger, frozen);
            foreach (var edit in edits)
                await EditAsync(ledger, edit);
            Assert.Equal(before, await ExportsAsync(ledger, frozen));
        }, iter: 8, threads: 1);
    }

    [Fact]
    public async Task FrozenValuesAreThoseOfThatDayInEveryArea()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        var frozen = SnapshotArchive.FiguresOf(await FreezeAsync(ledger, "novembre 2020"));
        foreach (var area in new[] { null, "ML05", "ML0505", "ML04" })
            Assert.Equal(await ledger.Queries.ValuesAsync(Mid, area, Stop), frozen.Of(area ?? Areas.National)!.Values);
        Assert.Equal(ShippedDialogs.Framework.Indicators.Select(i => i with { Counts = null }), frozen.Framework.Indicators);
    }

    [Fact]
    public async Task WhatStoodBehindAValueIsFrozenWithIt()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        var frozen = await FreezeAsync(ledger, "novembre 2020");
        await ledger.CorrectAsync(1, Headcount(12, 4));
        var source = Assert.Single((await SnapshotsOf(ledger).SourcesAsync(frozen, Stop))["1.1.1"]);
        Assert.Equal((Receipt.For("MOP", 1), "Koro", 15m, 6, 1), (source.Receipt, source.Place, source.Amount.Value, source.Amount.Women, source.Revision));
    }

    [Fact]
    public async Task AReportFilledFromFrozenFiguresSaysWhatWasPublished()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        var frozen = await FreezeAsync(ledger, "novembre 2020");
        await ledger.CorrectAsync(1, Headcount(12, 4));
        var row = (await new ProgressReport(ledger.Database, ShippedDialogs.Catalog).RowsAsync(frozen, withSources: true, Stop)).Single(r => r.Code == "1.1.1");
        Assert.Equal("15 dont 6 femmes", row.Current);
        Assert.StartsWith($"{Receipt.For("MOP", 1)}, 05/03/2020, Formation, Koro : 15 dont 6 femmes", row.Sources[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANameUsedTwiceIsRefusedHoweverItIsSpelled()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        await FreezeAsync(ledger, "Été 2020");
        var refusal = await Assert.ThrowsAsync<RefusedException>(() => FreezeAsync(ledger, "ete 2020"));
        Assert.Equal("Le nom « ete 2020 » est déjà pris : une version figée ne change pas. Choisissez un autre nom.", refusal.Message);
        Assert.Single(await SnapshotsOf(ledger).ListAsync(Stop));
    }

    [Fact]
    public async Task AnUnknownNameIsAnsweredWithThoseThatThereAre()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        await FreezeAsync(ledger, "juin");
        var refusal = await Assert.ThrowsAsync<RefusedException>(() => SnapshotsOf(ledger).FindAsync("juillet", Stop));
        Assert.Equal("Aucune version figée ne s'appelle « juillet ». Il y a : juin.", refusal.Message);
    }

    [Fact]
    public async Task CorrectionsLateReportsAndWithdrawalsAreToldSince()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        await ledger.FileAsync("sondage", "2020-06-01", "ML05", SubmissionStatus.Approved);
        var frozen = await FreezeAsync(ledger, "novembre 2020");
        await ledger.CorrectAsync(1, Headcount(12, 4));
        await ledger.FileAsync("formation", "2020-02-05", "ML0406", SubmissionStatus.Approved, Choice("audience", "comites"), Headcount(10, 3));
        await ledger.ReviewAsync(5, SubmissionStatus.Rejected);
        var changes = await new SnapshotChanges(ledger.Database, ShippedDialogs.Catalog).SinceAsync(frozen, Stop);
        Assert.Equal(
            $"""
            2 indicateurs ont changé depuis :
            1.1.1  publié : 15 dont 6 femmes  aujourd'hui : 22 dont 7 femmes
              ajouté   {Receipt.For("MOP", 6)}  05/02/2020  Formation  Ségou  10 dont 3 femmes
              corrigé  {Receipt.For("MOP", 1)}  05/03/2020  Formation  Koro  15 dont 6 femmes devient 12 dont 4 femmes
            2.2.1  publié : 1  aujourd'hui : 0
              retiré   {Receipt.For("MOP", 5)}  01/06/2020  Sondage  Mopti  1
            """,
            SnapshotText.Of(changes, ShippedDialogs.Catalog));
    }

    [Fact]
    public async Task WhatHappenedAfterTheFrozenDayIsNoChange()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        var frozen = await FreezeAsync(ledger, "novembre 2020");
        await ledger.FileAsync("sondage", "2020-12-01", "ML05", SubmissionStatus.Approved);
        var changes = await new SnapshotChanges(ledger.Database, ShippedDialogs.Catalog).SinceAsync(frozen, Stop);
        Assert.Equal("Rien n'a changé depuis.", SnapshotText.Of(changes, ShippedDialogs.Catalog));
    }

    private static SnapshotArchive SnapshotsOf(Ledger ledger) => new(ledger.Database, ShippedDialogs.Catalog);

    private static Task<ReportSnapshot> FreezeAsync(Ledger ledger, string name) => SnapshotsOf(ledger).FreezeAsync(name, Mid, ExportedReports.Now, Stop);

    private static async Task<IReadOnlyList<byte[]>> ExportsAsync(Ledger ledger, ReportSnapshot frozen)
    {
        List<byte[]> files = [];
        foreach (var format in ExportFormats.All)
            files.Add(await ledger.WriteAsync(format, frozen));
        return files;
    }

    private static Task EditAsync(Ledger ledger, int edit) => edit switch
    {
        0 => ledger.CorrectAsync(1, Headcount(12, 4)),
        1 => ledger.ReviewAsync(2, SubmissionStatus.Approved),
        2 => ledger.ReviewAsync(1, SubmissionStatus.Rejected),
        3 => ledger.FileAsync("formation", "2020-02-05", "ML0406", SubmissionStatus.Approved, Choice("audience", "comites"), Headcount(10, 3)),
        4 => ledger.DeclareAsync("radio", "Radio Daandé"),
        _ => ledger.RebuildAsync(),
    };
}
