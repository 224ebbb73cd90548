using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Reports.Drafts;
using PbfFieldBot.Reports.Snapshots;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`report draft`: proposes the sentences of part II for a period, for the officer to edit.</summary>
internal static class ReportDraftCommand
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var since = new Option<string?>("--since") { Description = AppPhrases.Text("cli.draft.since"), HelpName = "DATE|NOM" };
        var (file, asOf, format) = (CommonOptions.Database(), CommonOptions.AsOf(), CommonOptions.Format("text", "json"));
        var command = new Command("draft", AppPhrases.Text("cli.draft.about")) { since, asOf, format, file };
        command.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            using var database = await FieldDatabase.OpenExistingAsync(settings.Database, stop);
            var catalog = DialogFolder.Open(settings.Dialogs);
            var plan = DraftPlan.Read(DialogFolder.Read(settings.Dialogs, new Findings()));
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), settings.Zone).DateTime);
            var period = await PeriodAsync(database, catalog, line.GetValue(since), CommonOptions.DayOf(line.GetValue(asOf)) ?? today, stop);
            var sections = await new DraftBuilder(database, catalog, plan).BuildAsync(period, stop);
            Console.WriteLine(line.GetValue(format) == "json" ? JsonSerializer.Serialize(sections.Select(JsonOf), Plain) : string.Join("\n\n", sections.Select(TextOf)));
        });
        return command;
    }

    // Without a beginning: since the last published figures, else since the project's start.
    private static async Task<DraftPeriod> PeriodAsync(FieldDatabase database, DialogCatalog catalog, string? since, DateOnly until, CancellationToken stop)
    {
        var archive = new SnapshotArchive(database, catalog);
        if (CommonOptions.DayOf(since) is { } day)
            return await DraftPeriod.SinceAsync(database, catalog, day, until, stop);
        var snapshot = since is not null ? await archive.FindAsync(since, stop) : (await archive.ListAsync(stop)).LastOrDefault(s => s.AsOf is null || s.AsOf < until);
        return snapshot is null
            ? await DraftPeriod.SinceAsync(database, catalog, catalog.Framework.Project.Start, until, stop)
            : await DraftPeriod.SinceAsync(database, catalog, snapshot, until, stop);
    }

    private static string TextOf(DraftSection section)
    {
        var text = AppPhrases.Text("draft.section", ("result", section.Result), ("heading", section.Heading), ("text", section.Text));
        return section.LeftOut.Count == 0 ? text : text + "\n" + AppPhrases.File.Count("draft.left_out", section.LeftOut.Count, ("limit", section.Limit));
    }

    private static object JsonOf(DraftSection section) => new
    {
        result = section.Result,
        heading = section.Heading,
        limit = section.Limit,
        text = section.Text,
        sentences = section.Sentences.Select(SentenceOf),
        left_out = section.LeftOut.Select(SentenceOf),
    };

    private static object SentenceOf(DraftSentence sentence) => new { text = sentence.Text, indicators = sentence.Indicators, receipts = sentence.Receipts, figures = sentence.Figures };
}
