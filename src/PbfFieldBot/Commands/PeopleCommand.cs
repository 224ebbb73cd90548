using System.CommandLine;
using System.Globalization;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.People;
using PbfFieldBot.Texts;
using Spectre.Console;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`people`: who is enrolled, with the number that `revoke` takes.</summary>
internal static class PeopleCommand
{
    private const int WideEnough = 240;

    public static Command Create()
    {
        var file = CommonOptions.Database();
        var format = CommonOptions.Format("text", "json");
        var command = new Command("people", AppPhrases.Text("cli.people.about")) { file, format };
        command.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            using var database = await FieldDatabase.OpenExistingAsync(settings.Database, stop);
            await using var db = database.NewContext();
            var catalog = DialogFolder.Open(settings.Dialogs);
            var areas = new Areas(catalog.Places.Places);
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), settings.Zone).DateTime);
            var people = await new PeopleList(catalog.Expected, settings.Zone).OnAsync(db, today, stop);
            if (line.GetValue(format) == "json")
                Console.WriteLine(ConversationJson.Write(people.Select(p => new PersonLine(
                    p.Person.Id, NameOf(p.Person.Role), p.Person.Name, p.Person.Kind, p.Organisation, p.Person.Area, areas.Shown(p.Person.Area), p.Person.RevokedAt is not null, p.Person.Unreachable, p.State, p.LastReport))));
            else if (people.Count == 0)
                Console.WriteLine(AppPhrases.Text("cli.people.none"));
            else
                Show(people, areas);
        });
        return command;
    }

    public static string NameOf(Role role) => role switch
    {
        Role.Partner => "partner",
        Role.Coordinator => "coordinator",
        Role.Administrator => "administrator",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    private static void Show(IReadOnlyList<ListedPerson> people, Areas areas)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (var column in (string[])["id", "role", "name", "organisation", "area", "state", "last"])
            table.AddColumn(AppPhrases.Text("cli.people.column." + column));
        foreach (var p in people)
            table.AddRow([.. new[]
            {
                p.Person.Id.ToString(CultureInfo.InvariantCulture),
                AppPhrases.Text("role." + NameOf(p.Person.Role)),
                p.Person.Name,
                p.Organisation is null || p.Organisation == p.Person.Name ? "" : p.Organisation,
                areas.Shown(p.Person.Area),
                PeopleList.InWords(p),
                p.LastReport?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "",
            }.Select(Markup.Escape)]);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
            console.Profile.Width = WideEnough;
        console.Write(table);
    }

    private sealed record PersonLine(long Id, string Role, string Name, string? Kind, string? Organisation, string Area, string AreaName, bool Revoked, bool Unreachable, string State, DateOnly? LastReport);
}
