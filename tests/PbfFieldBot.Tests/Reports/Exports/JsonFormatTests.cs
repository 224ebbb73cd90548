using System.Text;
using System.Text.Json;
using PbfFieldBot.Reports.Exports;
using Xunit;

namespace PbfFieldBot.Tests.Reports.Exports;

public sealed class JsonFormatTests : ExportFormatContract
{
    internal override IExportFormat Format { get; } = new JsonFormat();

    internal override string Words(byte[] file) => Encoding.UTF8.GetString(file);

    [Fact]
    public async Task ItHoldsProjectIndicatorsAreasDialogsAndReports()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        using var json = JsonDocument.Parse(await ledger.WriteAsync(Format, new ExportScope(AsOf: new DateOnly(2020, 11, 15))));
        Assert.Equal(["project", "at", "as_of", "area", "snapshot", "indicators", "areas", "dialogs", "submissions"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("2020-11-15", "NAT", 18), (json.RootElement.GetProperty("as_of").GetString(), json.RootElement.GetProperty("area").GetString(), json.RootElement.GetProperty("indicators").GetArrayLength()));
    }

    [Fact]
    public async Task AReportHasTheSlotsOfAReplay()
    {
        await using var ledger = await ExportedReports.SeasonAsync();
        using var json = JsonDocument.Parse(await ledger.WriteAsync(Format));
        Assert.Equal(
            """{"audience":"comites","date":"2020-03-05","participants_total":15,"women":6,"men":9,"place":{"level":"cercle","name":"Koro","cercle":"Koro","region":"Mopti","pcode":"ML0505"},"theme":"Gestion des conflits"}""",
            json.RootElement.GetProperty("submissions")[0].GetProperty("slots").GetRawText());
    }
}
