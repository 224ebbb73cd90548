using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.People;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`people`: who is enrolled, with the number that `revoke` takes.</summary>
internal static class PeopleCommand
{
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
            var people = await db.People.AsNoTracking().OrderBy(p => p.Id).ToListAsync(stop);
            var organisations = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, stop);
            string? OrganisationOf(Person p) => p.OrganisationId is { } id ? organisations[id] : null;
            if (line.GetValue(format) == "json")
                Console.WriteLine(ConversationJson.Write(people.Select(p => new PersonLine(p.Id, NameOf(p.Role), p.Name, p.Kind, OrganisationOf(p), p.Area, p.RevokedAt is not null, p.Unreachable))));
            else if (people.Count == 0)
                Console.WriteLine(AppPhrases.Text("cli.people.none"));
            else
                people.ForEach(p => Console.WriteLine(Line(p, OrganisationOf(p))));
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

    private static string Line(Person person, string? organisation)
    {
        var state = person.RevokedAt is not null ? AppPhrases.Text("cli.people.revoked") : person.Unreachable ? AppPhrases.Text("cli.people.unreachable") : "";
        return AppPhrases.Text(
            "cli.people.line",
            ("id", person.Id),
            ("role", AppPhrases.Text("role." + NameOf(person.Role))),
            ("name", person.Name),
            ("organisation", organisation is null ? "" : ", " + organisation),
            ("area", person.Area),
            ("state", state));
    }

    private sealed record PersonLine(long Id, string Role, string Name, string? Kind, string? Organisation, string Area, bool Revoked, bool Unreachable);
}
