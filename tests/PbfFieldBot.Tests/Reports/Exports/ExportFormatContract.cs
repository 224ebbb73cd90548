using PbfFieldBot.Reports.Exports;
using PbfFieldBot.Tests.Indicators;
using Xunit;

namespace PbfFieldBot.Tests.Reports.Exports;

/// <summary>What every format of `export` keeps. <see cref="Words"/> gives all that can be read in a file.</summary>
public abstract class ExportFormatContract
{
    internal abstract IExportFormat Format { get; }

    internal abstract string Words(byte[] file);

    [Fact]
    public void TheFormatIsFoundByItsExtension() => Assert.Same(Format.GetType(), ExportFormats.Of("rapport" + Format.Extension.ToUpperInvariant())!.GetType());

    [Fact]
    public async Task TheSameContentGivesTheSameBytes()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        Assert.Equal(await ledger.WriteAsync(Format), await ledger.WriteAsync(Format));
    }

    [Fact]
    public async Task NothingOfAnAlertLeaves()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        var words = Words(await ledger.WriteAsync(Format, new ExportScope(Versions: Format.ListsReports)));
        Assert.DoesNotContain("canari", words, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Engine.Submissions.Receipt.For("MOP", 4), words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodysNameLeaves()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        Assert.DoesNotContain("Aminata", Words(await ledger.WriteAsync(Format)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task EachReportIsThereOnceWhereReportsAreListed()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        var words = Words(await ledger.WriteAsync(Format));
        for (var number = 1; number <= 3; number++)
            Assert.Equal(Format.ListsReports ? 2 : 1, words.Split(Engine.Submissions.Receipt.For("MOP", number)).Length);
    }

    [Fact]
    public async Task AProjectWithoutReportsGivesAFileToo()
    {
        await using var ledger = await Ledger.OpenAsync();
        Assert.NotEmpty(Words(await ledger.WriteAsync(Format)));
    }
}
