using System.CommandLine;
using PbfFieldBot.Data;
using PbfFieldBot.Digests;
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
        var command = new Command("digest", AppPhrases.Text("cli.digest.about")) { week, area, file };
        command.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            using var database = await FieldDatabase.OpenExistingAsync(settings.Database, stop);
            var catalog = DialogFolder.Open(settings.Dialogs);
            var code = new Areas(catalog.Places.Places).Resolve(line.GetValue(area)) ?? throw new RefusedException(AppPhrases.Text("cli.indicators.unknown_region", ("name", line.GetValue(area))));
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), settings.Zone).DateTime);
            var digest = await new DigestBuilder(database, catalog, settings.Zone).BuildAsync(Week.Parse(line.GetValue(week)) ?? Week.Of(today).Before, code, stop);
            Console.WriteLine(DigestText.Of(digest, catalog.Digest));
        });
        return command;
    }
}
