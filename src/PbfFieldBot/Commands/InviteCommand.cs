using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PbfFieldBot.Channels.Telegram;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.People;
using PbfFieldBot.Texts;
using Command = System.CommandLine.Command;

namespace PbfFieldBot.Commands;

/// <summary>`invite`: a one-time code, with its link and its QR picture when the bot's name is known.</summary>
internal static class InviteCommand
{
    private static readonly Option<string> RoleOption = new("--role") { Description = AppPhrases.Text("cli.invite.role"), HelpName = "ROLE" };
    private static readonly Option<string?> NameOption = new("--name") { Description = AppPhrases.Text("cli.invite.name"), HelpName = "NOM" };
    private static readonly Option<string?> OrganisationOption = new("--organisation") { Description = AppPhrases.Text("cli.invite.organisation"), HelpName = "NOM" };
    private static readonly Option<string?> KindOption = new("--kind") { Description = AppPhrases.Text("cli.invite.kind"), HelpName = "GENRE" };
    private static readonly Option<string?> AreaOption = new("--area") { Description = AppPhrases.Text("cli.invite.area"), HelpName = "ZONE" };

    private static readonly Option<long?> PersonOption = new("--person") { Description = AppPhrases.Text("cli.invite.person"), HelpName = "ID" };

    public static Command Create()
    {
        RoleOption.AcceptOnlyFromAmong("partner", "coordinator", "administrator");
        KindOption.AcceptOnlyFromAmong([.. Organisations.Kinds]);
        var file = CommonOptions.Database();
        var format = CommonOptions.Format("text", "json");
        var command = new Command("invite", AppPhrases.Text("cli.invite.about")) { RoleOption, NameOption, OrganisationOption, KindOption, AreaOption, PersonOption, file, format };
        command.Validators.Add(line =>
        {
            if (line.GetResult(PersonOption) is null && line.GetResult(RoleOption) is null)
                line.AddError(AppPhrases.Text("cli.option.required", ("option", RoleOption.Name)));
            else if (line.GetResult(PersonOption) is not null && line.GetResult(RoleOption) is not null)
                line.AddError(AppPhrases.Text("cli.invite.role_or_person"));
        });
        command.SetAction(async (line, stop) =>
        {
            var settings = Settings.Load(line.GetValue(file));
            var now = TimeProvider.System.GetUtcNow();
            using var database = await FieldDatabase.OpenAsync(settings.Database, stop);
            await using var db = database.NewContext();
            var invitee = line.GetValue(PersonOption) is { } id ? await OtherPhoneAsync(db, id, now, stop) : await InviteeAsync(db, new Areas(DialogFolder.Open(settings.Dialogs).Places.Places), line, stop);
            var code = Invitations.Create(db, invitee, now);
            await db.SaveChangesAsync(stop);
            var link = settings.Telegram is { } telegram ? await TelegramLinks.ForAsync(telegram, code, stop) : null;
            if (link is null && settings.Telegram is not null)
                await Console.Error.WriteLineAsync(AppPhrases.Text("cli.invite.no_link"));
            Show(new Result(code, link, link is null ? null : Convert.ToBase64String(InvitationPicture.Png(link)), now + Invitations.ValidFor), settings.Zone, line.GetValue(format) == "json");
        });
        return command;
    }

    // The same person on another phone; earlier invitations for that end here.
    private static async Task<Invitee> OtherPhoneAsync(FieldDb db, long id, DateTimeOffset now, CancellationToken stop)
    {
        var person = await db.People.FindAsync([id], stop) ?? throw new RefusedException(AppPhrases.Text("cli.revoke.unknown", ("id", id)));
        await Invitations.WithdrawForAsync(db, id, now, stop);
        return Invitee.Of(person);
    }

    private static async Task<Invitee> InviteeAsync(FieldDb db, Areas areas, ParseResult line, CancellationToken stop)
    {
        var role = Enum.Parse<Role>(line.GetRequiredValue(RoleOption), ignoreCase: true);
        var (name, kind) = (line.GetValue(NameOption), line.GetValue(KindOption));
        var area = areas.Resolve(line.GetValue(AreaOption)) ?? throw new RefusedException(AppPhrases.Text("cli.invite.unknown_area", ("area", line.GetValue(AreaOption))));
        if (line.GetValue(OrganisationOption) is not { } organisation)
            return new(role, name ?? AppPhrases.Text("role." + PeopleCommand.NameOf(role)), area, null, kind);
        var known = await Organisations.FindAsync(db, organisation, stop);
        kind ??= known?.Kind ?? throw new RefusedException(AppPhrases.Text("cli.invite.kind_needed", ("organisation", organisation)));
        known ??= await Organisations.FindOrAddAsync(db, organisation, kind, area, stop);
        return new(role, name ?? known.Name, area, known.Id, kind);
    }

    private static void Show(Result result, TimeZoneInfo zone, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(result, ResultJson.Default.Result));
            return;
        }

        Console.WriteLine(AppPhrases.Text("cli.invite.code", ("code", result.Code)));
        if (result.Link is not null)
        {
            Console.WriteLine(AppPhrases.Text("cli.invite.link", ("link", result.Link)));
            Console.WriteLine(InvitationPicture.Drawn(result.Link));
        }

        var day = TimeZoneInfo.ConvertTime(result.Expires, zone).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        Console.WriteLine(AppPhrases.Text("cli.invite.expires", ("day", day)));
    }
}

/// <summary>The JSON of `invite`: the link and the picture (PNG, base64) are null without a token.</summary>
internal sealed record Result(string Code, string? Link, string? Qr, DateTimeOffset Expires);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Result))]
internal sealed partial class ResultJson : JsonSerializerContext;
