using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using PbfFieldBot.Data;
using PbfFieldBot.Texts;

namespace PbfFieldBot;

/// <summary>Everything an operator can set, checked. A bad value stops the program with one sentence that names the key and never the value.</summary>
public sealed partial record Settings
{
    public TelegramSettings? Telegram { get; init; }

    public required DatabaseAddress Database { get; init; }

    /// <summary>The folder of dialogs, found.</summary>
    public required string Dialogs { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Whom to call; shown to people who are stuck.</summary>
    public string? Contact { get; init; }

    public required Uri Dashboard { get; init; }

    public required string DigestCron { get; init; }

    public string? BackupFolder { get; init; }

    public required int BackupKeep { get; init; }

    /// <summary>Reads appsettings.json (beside the program, then in the working folder), the environment, then the command line. <paramref name="file"/> is --db.</summary>
    public static Settings Load(string? file = null)
    {
        try
        {
            return Read(new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
                .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true)
                .AddEnvironmentVariables()
                .AddCommandLine([.. Environment.GetCommandLineArgs().Where(IsSetting).Select(a => a.Replace("__", ":", StringComparison.Ordinal))])
                .Build(), file);
        }
        catch (InvalidDataException error)
        {
            throw new RefusedException(AppPhrases.Text("settings.file"), error);
        }
    }

    /// <summary>True for a setting on the command line ("--Project:TimeZone=Africa/Bamako"), which is no option of a verb.</summary>
    public static bool IsSetting(string argument) => SettingShape().IsMatch(argument);

    public static Settings Read(IConfiguration configuration, string? file = null)
    {
        var keys = new SettingReader(configuration);
        return new Settings
        {
            Telegram = TelegramSettings.Read(keys),
            Database = file is null ? DatabaseOf(keys) : new SqliteAddress(new SqliteConnectionStringBuilder { DataSource = file }.ToString()),
            Dialogs = DialogsOf(keys),
            Zone = keys.Read("Project:TimeZone", "Africa/Bamako", text => TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) ? zone : null, "settings.zone"),
            Contact = keys.Text("Project:Contact"),
            Dashboard = keys.Read("Dashboard:Url", "http://127.0.0.1:5080", SettingReader.WebAddress, "settings.address"),
            DigestCron = keys.Read("Digest:Cron", "0 7 * * 1", text => Cronos.CronExpression.TryParse(text, out _) ? text : null, "settings.cron"),
            BackupFolder = keys.Text("Backup:Folder"),
            BackupKeep = keys.Number("Backup:Keep", 14),
        };
    }

    private static DatabaseAddress DatabaseOf(SettingReader keys) =>
        keys.Read("Database:Provider", "sqlite", text => text is "sqlite" or "postgres" ? text : null, "settings.provider") is "sqlite"
            ? keys.Read("Database:ConnectionString", "Data Source=data/pbf-field-bot.db", FileConnection, "settings.connection")
            : keys.Read("Database:ConnectionString", "", PostgresAddress.Read, "settings.postgres_connection");

    private static DatabaseAddress? FileConnection(string text)
    {
        try
        {
            var parts = new SqliteConnectionStringBuilder(text);
            return parts is { DataSource.Length: > 0, Mode: SqliteOpenMode.ReadWriteCreate } && !parts.DataSource.StartsWith(':') ? new SqliteAddress(text) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // The working folder first: an author tries out changed dialogs there; then those that came with the program.
    private static string DialogsOf(SettingReader keys) => keys.Read(
        "Dialogs:Path",
        "dialogs",
        text => new[] { Path.GetFullPath(text), Path.Combine(AppContext.BaseDirectory, text) }.FirstOrDefault(Directory.Exists),
        "settings.dialogs");

    [GeneratedRegex("^--[A-Za-z]+(:|__)[A-Za-z]+=", RegexOptions.NonBacktracking)]
    private static partial Regex SettingShape();
}
