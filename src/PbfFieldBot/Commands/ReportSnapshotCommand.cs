using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PbfFieldBot.Data;
using PbfFieldBot.Reports.Snapshots;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`report snapshot NAME` freezes the figures; without a name it lists what is frozen; with --changes it says what changed since.</summary>
internal static class ReportSnapshotCommand
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var name = new Argument<string?>("NOM") { Description = AppPhrases.Text("cli.snapshot.name"), Arity = ArgumentArity.ZeroOrOne };
        var (file, asOf, format) = (CommonOptions.Database(), CommonOptions.AsOf(), CommonOptions.Format("text", "json"));
        var changes = new Option<bool>("--changes") { Description = AppPhrases.Text("cli.snapshot.changes") };
        var command = new Command("snapshot", AppPhrases.Text("cli.snapshot.about")) { name, asOf, changes, format, file };
        command.Validators.Add(line =>
        {
            if (line.GetValue(name) is null && (line.GetValue(changes) || line.GetResult(asOf) is { Implicit: false }))
                line.AddError(AppPhrases.Text("cli.snapshot.name_needed"));
        });
        command.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            using var database = await FieldDatabase.OpenExistingAsync(settings.Database, stop);
            var catalog = DialogFolder.Open(settings.Dialogs);
            var snapshots = new SnapshotArchive(database, catalog);
            var json = line.GetValue(format) == "json";
            if (line.GetValue(name) is not { } chosen)
                List(await snapshots.ListAsync(stop), settings.Zone, json);
            else if (line.GetValue(changes))
            {
                var found = await new SnapshotChanges(database, catalog).SinceAsync(await snapshots.FindAsync(chosen, stop), stop);
                Console.WriteLine(json ? JsonSerializer.Serialize(found.Select(JsonOf), Plain) : SnapshotText.Of(found, catalog));
            }
            else
            {
                List([await snapshots.FreezeAsync(chosen, CommonOptions.DayOf(line.GetValue(asOf)), TimeProvider.System.GetUtcNow(), stop)], settings.Zone, json);
            }
        });
        return command;
    }

    private static void List(IReadOnlyList<ReportSnapshot> all, TimeZoneInfo zone, bool json)
    {
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(all.Select(s => new { name = s.Name, at = TimeZoneInfo.ConvertTime(new DateTimeOffset(s.At, TimeSpan.Zero), zone), as_of = s.AsOf is { } day ? Day(day) : null }), Plain));
        else
            Console.WriteLine(all.Count == 0 ? AppPhrases.Text("snapshot.none_yet") : string.Join('\n', all.Select(s => SnapshotText.Of(s, zone))));
    }

    private static object JsonOf(SnapshotChange change) => new
    {
        code = change.Indicator.Code,
        published = change.Published,
        now = change.Now,
        reports = change.Sources.Select(s => new
        {
            change = s.Word,
            receipt = s.Known.Receipt,
            date = Day(s.Known.Day),
            place = s.Known.Place,
            before = s.Before?.Amount.Value,
            after = s.After?.Amount.Value,
            women_before = s.Before?.Amount.Women,
            women_after = s.After?.Amount.Women,
        }),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
