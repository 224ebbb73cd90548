using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Indicators;
using PbfFieldBot.TestKit;
using Xunit;
using static PbfFieldBot.Tests.Indicators.Ledger;

namespace PbfFieldBot.Tests.Indicators;

public sealed class IndicatorExplainerTests
{
    [Fact]
    public async Task AWorkshopIsCountedWaitsOrIsLeftOutWithItsReason()
    {
        await using var ledger = await OpenAsync();
        await ledger.FileAsync("atelier", "2020-03-05", "ML0505", SubmissionStatus.Approved, Headcount(10, 3));
        await ledger.FileAsync("atelier", "2020-03-06", "ML0505", SubmissionStatus.Approved, Headcount(10, 2));
        await ledger.FileAsync("atelier", "2020-03-07", "ML0505", SubmissionStatus.Approved, Headcount(10));
        await ledger.FileAsync("atelier", "2020-03-08", "ML0505", SubmissionStatus.Received, Headcount(10, 4));
        await ledger.FileAsync("atelier", "2020-03-09", "ML0505", SubmissionStatus.Rejected, Headcount(10, 5));
        await ledger.FileAsync("atelier", "2019-12-09", "ML0505", SubmissionStatus.Approved, Headcount(10, 5));
        var explanation = await ExplainAsync(ledger, "2.2.2");
        Assert.Equal(["05/03"], Days(explanation.Counted));
        Assert.Equal(["08/03"], Days(explanation.Pending));
        Assert.Equal(
            [
                "09/12 avant la valeur d'ouverture, qui le comprend",
                "06/03 Moins de 30 % de femmes : l'atelier ne compte pas.",
                "07/03 Femmes non dites : l'atelier ne compte pas tant que leur nombre n'est pas connu.",
                "09/03 rejeté",
            ],
            explanation.NotCounted.Select(b => $"{b.Day:dd'/'MM} {b.Note}"));
        Assert.Equal(("Comité régional de Mopti", "Koro"), (explanation.Counted[0].Organisation, explanation.Counted[0].Place));
    }

    [Fact]
    public async Task AnOlderMeasureIsReplacedByALaterOne()
    {
        await using var ledger = await OpenAsync();
        await ledger.FileAsync("mesure", "2020-03-05", "ML05", SubmissionStatus.Approved, Choice("indicator", "2.1"), Number("value", 20));
        await ledger.FileAsync("mesure", "2020-06-05", "ML05", SubmissionStatus.Approved, Choice("indicator", "2.1"), Number("value", 35));
        var explanation = await ExplainAsync(ledger, "2.1");
        Assert.Equal(["05/06"], Days(explanation.Counted));
        Assert.Equal(["remplacé par un rapport plus récent"], explanation.NotCounted.Select(b => b.Note));
    }

    [Fact]
    public async Task AStationCountsByItsSupportAndItsBroadcastsSince()
    {
        await using var ledger = await OpenAsync();
        await ledger.DeclareAsync("radio", "Radio Daandé");
        await ledger.FileAsync("diffusion", "2020-02-05", "ML0505", SubmissionStatus.Approved, Text("radio_name", "Daandé"));
        await ledger.FileAsync("diffusion", "2020-02-06", "ML0505", SubmissionStatus.Approved, Text("radio_name", "Radio Foko"));
        await ledger.FileAsync("appui", "2020-03-06", "ML05", SubmissionStatus.Approved, Choice("organisation_kind", "radio"), Text("organisation", "Radio Foko"));
        var explanation = await ExplainAsync(ledger, "2.1.2");
        Assert.Equal(["déclaré appuyé depuis le début du projet", null], explanation.Counted.Select(b => b.Note));
        Assert.Equal(["la radio n'était pas appuyée ce jour-là", "aucune diffusion depuis l'appui"], explanation.NotCounted.Select(b => b.Note));
        Assert.Equal((1m, 1), (explanation.Value.Value, explanation.Value.Sources));
    }

    [Fact]
    public async Task NothingIsExplainedOfAnIndicatorThatIsNotThere()
    {
        await using var ledger = await OpenAsync();
        Assert.Null(await new IndicatorExplainer(ledger.Database, ShippedDialogs.Framework, ledger.Cells).ExplainAsync("9.9", stop: TestContext.Current.CancellationToken));
    }

    private static async Task<Explanation> ExplainAsync(Ledger ledger, string code) =>
        await new IndicatorExplainer(ledger.Database, ShippedDialogs.Framework, ledger.Cells).ExplainAsync(code) ?? throw new InvalidOperationException(code);

    private static IEnumerable<string> Days(IEnumerable<Behind> lines) => lines.Select(b => b.Day.ToString("dd'/'MM", System.Globalization.CultureInfo.InvariantCulture));
}
