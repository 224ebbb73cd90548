using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Digests;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.People;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`digest`: prints Monday's digest, of the week that ended last when none is named.</summary>
internal static class DigestCommand
{
    public static Command Create()
    {
        var file = CommonOptions.Database();
        var week = new Option<string?>("--week") { Description = AppPhrases.Text("cli.digest.week"), HelpName = "AAAA-Wss" };
        week.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && Week.Parse(token.Value) is null)
                result.AddError(AppPhrases.Text("cli.digest.bad_week", ("text", token.Value)));
        });
        var area = new Option<string?>("--area") { Description = AppPhrases.Text("cli.digest.area"), HelpName = "ZONE" };
        var chart = new Option<string?>("--chart") { Description = AppPhrases.Text("cli.digest.chart"), HelpName = "IMAGE" };
        var command = new Command("digest", AppPhrases.Text("cli.digest.about")) { week, area, chart, file };
        command.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            using var database = await FieldDatabase.OpenExistingAsync(settings.Database, stop);
            var catalog = DialogFolder.Open(settings.Dialogs);
            var code = new Areas(catalog.Places.Places).Resolve(line.GetValue(area)) ?? throw new RefusedException(AppPhrases.Text("cli.indicators.unknown_region", ("name", line.GetValue(area))));
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), settings.Zone).DateTime);
            var digest = await new DigestBuilder(database, catalog, settings.Zone).BuildAsync(Week.Parse(line.GetValue(week)) ?? Week.Of(today).Before, code, stop);
            Console.WriteLine(DigestText.Of(digest, catalog.Digest));
            if (line.GetValue(chart) is { } image)
                await File.WriteAllBytesAsync(image, DigestChart.Png(digest), stop);
        });
        return command;
    }

    /// <summary>Writes text and picture of the week of the last report into a folder.</summary>
    public static async Task WriteFilesAsync(FieldDatabase database, DialogCatalog catalog, TimeZoneInfo zone, string folder, CancellationToken stop)
    {
        await using var db = database.NewContext();
        var last = await db.Submissions.MaxAsync(s => (DateOnly?)s.Day, stop) ?? catalog.Framework.Project.Start;
        var digest = await new DigestBuilder(database, catalog, zone).BuildAsync(Week.Of(last), Areas.National, stop);
        await File.WriteAllTextAsync(Path.Combine(folder, "bulletin.txt"), DigestText.Of(digest, catalog.Digest) + "\n", stop);
        await File.WriteAllBytesAsync(Path.Combine(folder, "indicateurs.png"), DigestChart.Png(digest), stop);
    }
}
