using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PbfFieldBot.Channels.Telegram;
using PbfFieldBot.Data;
using PbfFieldBot.Outbox;
using PbfFieldBot.Schedule;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Commands;

/// <summary>`serve`: the bot, until it is told to stop.</summary>
internal static class ServeCommand
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(8);

    public static Command Create()
    {
        var file = CommonOptions.Database();
        var command = new Command("serve", AppPhrases.Text("cli.serve.about")) { file };
        command.SetAction((line, stop) => RunAsync(Settings.Load(line.GetValue(file)), stop));
        return command;
    }

    private static async Task RunAsync(Settings settings, CancellationToken stop)
    {
        if (settings.Database is SqliteAddress)
            await DbSetup.RefuseDamagedAsync(settings.Database.SqliteFile, settings.BackupFolder, stop);
        using var database = await FieldDatabase.OpenAsync(settings.Database, stop);
        using var alone = TakeMark(settings.Database);
        using var logs = LoggerFactory.Create(ToStandardError);
        var catalog = DialogFolder.Open(settings.Dialogs);
        using var bot = new FieldBot(database, catalog, settings.Zone, settings.Contact, TimeProvider.System, logs);
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        ToStandardError(builder.Logging);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Farewell);
        if (settings.BackupFolder is not null && settings.Database is not SqliteAddress)
            Console.WriteLine(AppPhrases.Text("cli.serve.no_backup"));
        else if (settings.BackupFolder is { } folder)
            builder.Services.AddHostedService(_ => new BackupLoop(settings, folder, TimeProvider.System, logs.CreateLogger<BackupLoop>()));
        if (settings.Telegram is { } telegram)
        {
            var channel = new TelegramChannel(TelegramClients.ForSending(telegram), logs.CreateLogger<TelegramChannel>());
            builder.Services.AddHostedService(_ => new OutboxLoop(bot.Sender([channel], SendLimits.OfTelegram())));
            builder.Services.AddHostedService(_ => bot.Fetching([channel]));
            builder.Services.AddHostedService(_ => new TelegramMenus(TelegramClients.ForSending(telegram), database, bot.Address, bot.Arrivals, TimeProvider.System, logs.CreateLogger<TelegramMenus>()));
            builder.Services.AddHostedService(_ => bot.Reminders(catalog));
            builder.Services.AddHostedService(_ => bot.Digests(catalog, settings.Zone, settings.DigestCron));
            var sender = TelegramClients.ForSending(telegram);
            var intake = new TelegramIntake(sender, bot.Intake, TimeProvider.System, logs.CreateLogger<TelegramIntake>());
            builder.Services.AddHostedService(_ => new TelegramPolling(TelegramClients.ForPolling(telegram), intake, bot.Presence, TimeProvider.System, logs.CreateLogger<TelegramPolling>()));
        }

        Console.WriteLine(AppPhrases.Text(settings.Telegram is null ? "cli.serve.no_telegram" : "cli.serve.telegram"));
        using var host = builder.Build();
        try
        {
            await host.RunAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop while still starting: an end like any other.
        }
    }

    // A file is of one process; a server's replicas settle among themselves who does what.
    private static IDisposable? TakeMark(DatabaseAddress database) => database is not SqliteAddress ? null
        : RunningMark.TryTake(database.SqliteFile) ?? throw new RefusedException(AppPhrases.Text("cli.serve.runs_already", ("file", DbSetup.FileOf(database.SqliteFile))));

    private static void ToStandardError(ILoggingBuilder logging) =>
        logging.AddSimpleConsole(format => format.SingleLine = true).SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning)
            .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}
