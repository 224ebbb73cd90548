using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using PbfFieldBot.Channels;
using PbfFieldBot.Channels.Telegram;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Intake;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`set-aside`: the messages that failed three times. `list` shows them without their content, `retry` tries them again.</summary>
internal static class SetAsideCommand
{
    public static Command Create() => new("set-aside", AppPhrases.Text("cli.set_aside.about")) { List(), Retry() };

    private static Command List()
    {
        var file = CommonOptions.Database();
        var format = CommonOptions.Format("text", "json");
        var command = new Command("list", AppPhrases.Text("cli.set_aside.list")) { file, format };
        command.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            using var database = await FieldDatabase.OpenExistingAsync(settings.Database, stop);
            var lines = await LinesAsync(database, stop);
            if (line.GetValue(format) == "json")
                Console.WriteLine(ConversationJson.Write(lines.Select(l => new AsideLine(l.Row.UpdateId, l.Row.Channel, l.Name, At(l.Row), l.Row.Tries, l.Row.Error, l.Row.Content is not null))));
            else if (lines.Count == 0)
                Console.WriteLine(AppPhrases.Text("cli.set_aside.none"));
            else
                lines.ForEach(l => Console.WriteLine(Line(l.Row, l.Name, settings.Zone)));
        });
        return command;
    }

    private static Command Retry()
    {
        var id = new Argument<long?>("ID") { Description = AppPhrases.Text("cli.set_aside.id"), Arity = ArgumentArity.ZeroOrOne };
        var file = CommonOptions.Database();
        var command = new Command("retry", AppPhrases.Text("cli.set_aside.retry")) { id, file };
        command.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            using var database = await FieldDatabase.OpenExistingAsync(settings.Database, stop);
            return await RetryAsync(settings, database, line.GetValue(id), stop);
        });
        return command;
    }

    private static async Task<int> RetryAsync(Settings settings, FieldDatabase database, long? id, CancellationToken stop)
    {
        using var bot = new FieldBot(database, DialogFolder.Open(settings.Dialogs), settings.Zone, settings.Contact, TimeProvider.System, NullLoggerFactory.Instance);
        var rows = (await LinesAsync(database, stop)).Select(l => l.Row).Where(r => id is null || r.UpdateId == id).ToList();
        if (rows.Count == 0)
            throw new RefusedException(AppPhrases.Text(id is null ? "cli.set_aside.none" : "cli.set_aside.unknown", ("id", id)));
        var failed = 0;
        foreach (var row in rows)
        {
            var outcome = await TryAsync(bot, row, stop);
            failed += outcome == "done" ? 0 : 1;
            Console.WriteLine(AppPhrases.Text("cli.set_aside." + outcome, ("id", row.UpdateId)));
        }

        return failed == 0 ? 0 : 1;
    }

    // What an older version could not read may be readable now.
    private static async Task<string> TryAsync(FieldBot bot, SetAsideUpdate row, CancellationToken stop)
    {
        var update = bot.Shelf.Read(row);
        if (update?.What is Garbled garbled)
            update = RawUpdate.Again(garbled.Raw, TimeProvider.System.GetUtcNow()) ?? update;
        return update is null ? "no_content" : await bot.Intake.RetryAsync(update, stop) ? "done" : "failed";
    }

    private static async Task<List<(SetAsideUpdate Row, string? Name)>> LinesAsync(FieldDatabase database, CancellationToken stop)
    {
        await using var db = database.NewContext();
        var rows = await (from row in db.SetAsideUpdates.AsNoTracking()
                          join p in db.People on new { row.Channel, row.ChatId } equals new { p.Channel, p.ChatId } into found
                          from person in found.DefaultIfEmpty()
                          orderby row.UpdateId
                          select new { row, Name = (string?)person.Name }).ToListAsync(stop);
        return [.. rows.Select(r => (r.row, r.Name))];
    }

    private static string Line(SetAsideUpdate row, string? name, TimeZoneInfo zone) => AppPhrases.Text(
        "cli.set_aside.line",
        ("id", row.UpdateId),
        ("name", name ?? AppPhrases.Text("intake.somebody")),
        ("at", TimeZoneInfo.ConvertTime(At(row), zone).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture)),
        ("tries", row.Tries),
        ("error", row.Error));

    private static DateTimeOffset At(SetAsideUpdate row) => new(row.LastTryAt, TimeSpan.Zero);

    private sealed record AsideLine(long Id, string Channel, string? Name, DateTimeOffset At, int Tries, string Error, bool Kept);
}
