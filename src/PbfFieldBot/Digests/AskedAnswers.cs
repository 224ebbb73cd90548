using System.Globalization;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Indicators;
using PbfFieldBot.Intake;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Reports;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Digests;

/// <summary>What coordinators ask for in the chat: /resume, /indicateurs, /rapport. Each sees the own area; the Word report is the project's.</summary>
internal sealed class AskedAnswers(FieldDatabase database, DialogCatalog catalog, TimeZoneInfo zone)
{
    private readonly DigestBuilder builder = new(database, catalog, zone);
    private readonly Areas areas = new(catalog.Places.Places);

    public IReadOnlyList<Errand> All => [new("resume", ResumeAsync), new("indicateurs", IndicatorsAsync), new("rapport", ReportAsync)];

    /// <summary>The week so far.</summary>
    private async Task<IReadOnlyList<DocumentAnswer>> ResumeAsync(Person person, DateOnly today, CancellationToken stop)
    {
        var digest = await builder.BuildAsync(Week.Of(today), person.Area, stop, today);
        return [new(DigestText.Of(digest, catalog.Digest)), new(DigestFiles.PictureCaption, OutgoingFile.Photo(DigestFiles.PictureName, DigestChart.Png(digest)))];
    }

    private async Task<IReadOnlyList<DocumentAnswer>> IndicatorsAsync(Person person, DateOnly today, CancellationToken stop)
    {
        var values = await new IndicatorQueries(database, catalog.Framework).ValuesAsync(today, person.Area, stop);
        List<string> lines = [AppPhrases.Text("asked.indicators", ("area", areas.Shown(person.Area)), ("day", FrenchDays.Long(today)))];
        foreach (var (indicator, value) in catalog.Framework.Indicators.Zip(values))
        {
            var line = AppPhrases.Text(
                "asked.indicator",
                ("code", indicator.Code),
                ("name", catalog.Digest.Indicators.GetValueOrDefault(indicator.Code, indicator.Label)),
                ("value", value.Display),
                ("target", DigestText.Value(indicator, indicator.Target)));
            lines.Add(value.Pending == 0 ? line : line + AppPhrases.Text("asked.pending", ("n", value.Pending)));
        }

        if (person.Area != Areas.National)
            lines.Add(AppPhrases.Text("asked.one_area"));
        return [new(string.Join('\n', lines))];
    }

    private async Task<IReadOnlyList<DocumentAnswer>> ReportAsync(Person person, DateOnly today, CancellationToken stop)
    {
        if (catalog.ReportModel is not { } model)
            return [new(AppPhrases.Text("asked.no_model"))];
        var (filled, result) = WordTableFiller.Fill(model, await new ProgressReport(database, catalog).RowsAsync(today, false, stop));
        var file = OutgoingFile.Document("rapport-" + today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".docx", filled);
        return [new(AppPhrases.File.Count("asked.report", result.Filled.Count, ("day", FrenchDays.Long(today))), file)];
    }
}
