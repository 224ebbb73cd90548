using System.CommandLine;
using PbfFieldBot.Data;
using PbfFieldBot.People;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Commands;

/// <summary>`revoke ID`: takes a person's access away; reports stay.</summary>
internal static class RevokeCommand
{
    public static Command Create()
    {
        var id = new Argument<long>("ID") { Description = AppPhrases.Text("cli.revoke.id") };
        var file = CommonOptions.Database();
        var command = new Command("revoke", AppPhrases.Text("cli.revoke.about")) { id, file };
        command.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            using var database = await FieldDatabase.OpenExistingAsync(settings.Database, stop);
            await using var db = database.NewContext();
            var person = await db.People.FindAsync([line.GetValue(id)], stop) ?? throw new RefusedException(AppPhrases.Text("cli.revoke.unknown", ("id", line.GetValue(id))));
            if (person.RevokedAt is not null)
                throw new RefusedException(AppPhrases.Text("cli.revoke.already", ("name", person.Name)));
            await database.WriteAsync(
                async writing =>
                {
                    await Revocation.RevokeAsync(writing, person, TimeProvider.System.GetUtcNow(), stop);
                    return 0;
                },
                stop);
            Console.WriteLine(AppPhrases.Text("cli.revoke.done", ("name", person.Name)));
        });
        return command;
    }
}
