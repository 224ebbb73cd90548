using System.CommandLine;
using System.Globalization;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.People;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Commands;

/// <summary>Options that many verbs share, so that they read the same everywhere. An option belongs to one verb: each call makes a new one.</summary>
internal static class CommonOptions
{
    public const string Verbose = "--verbose";

    /// <summary>--db FILE.</summary>
    public static Option<string?> Database() => new("--db") { Description = AppPhrases.Text("cli.option.db"), HelpName = "FICHIER" };

    /// <summary>--files DIR: where what the bot sends as picture or document is saved.</summary>
    public static Option<string?> SaveFiles() => new("--files") { Description = AppPhrases.Text("cli.option.files"), HelpName = "DOSSIER" };

    /// <summary>--format text|json; the first name is the standard.</summary>
    public static Option<string> Format(params string[] names)
    {
        var option = new Option<string>("--format") { Description = AppPhrases.Text("cli.option.format"), DefaultValueFactory = _ => names[0] };
        option.AcceptOnlyFromAmong(names);
        return option;
    }

    /// <summary>Refuses a line without the option. (The library's own `Required` speaks English only.)</summary>
    public static void Require(Command command, Option option) => command.Validators.Add(line =>
    {
        if (line.GetResult(option) is null)
            line.AddError(AppPhrases.Text("cli.option.required", ("option", option.Name)));
    });

    /// <summary>--as-of DATE: the last day that counts.</summary>
    public static Option<string?> AsOf() => Day("--as-of", AppPhrases.Text("cli.indicators.as_of"));

    /// <summary>An option that takes one day.</summary>
    public static Option<string?> Day(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "DATE" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && DayOf(token.Value) is null)
                result.AddError(AppPhrases.Text("cli.indicators.bad_date", ("text", token.Value)));
        });
        return option;
    }

    /// <summary>--snapshot NAME: frozen figures instead of those of now; a day besides is refused.</summary>
    public static Option<string?> Snapshot(Option<string?> asOf)
    {
        var option = new Option<string?>("--snapshot") { Description = AppPhrases.Text("cli.snapshot.option"), HelpName = "NOM" };
        option.Validators.Add(result =>
        {
            if (result.GetResult(asOf) is { Implicit: false })
                result.AddError(AppPhrases.Text("cli.snapshot.or_day"));
        });
        return option;
    }

    /// <summary>--region R: a region or cercle.</summary>
    public static Option<string?> Region() => new("--region") { Description = AppPhrases.Text("cli.indicators.region"), HelpName = "REGION" };

    /// <summary>The day of an option's text; null when it is none.</summary>
    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The p-code of a named region or cercle; null for the whole project.</summary>
    public static string? AreaOf(DialogCatalog catalog, string? name)
    {
        if (name is null)
            return null;
        var area = new Areas(catalog.Places.Places).Resolve(name) ?? throw new RefusedException(AppPhrases.Text("cli.indicators.unknown_region", ("name", name)));
        return area == Areas.National ? null : area;
    }
}
