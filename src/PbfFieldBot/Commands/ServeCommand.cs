using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PbfFieldBot.Channels.Telegram;
using PbfFieldBot.Data;
using PbfFieldBot.Outbox;
using PbfFieldBot.Schedule;
using PbfFieldBot.Telemetry;
using PbfFieldBot.Texts;
using PbfFieldBot.Web;

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
            FileCheck.RefuseDamaged(settings.Database.SqliteFile, settings.BackupFolder);
        using var database = await FieldDatabase.OpenAsync(settings.Database, stop);
        using var alone = TakeMark(settings.Database);
        using var logs = LoggerFactory.Create(ToStandardError);
        using var metrics = MetricsExport.Start(database);
        var catalog = DialogFolder.Open(settings.Dialogs);
        using var bot = new FieldBot(database, catalog, settings.Zone, settings.Contact, TimeProvider.System, logs);
        var state = new TelegramState();
        var builder = WebHost.NewBuilder(settings.Dashboard);
        ToStandardError(builder.Logging);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Farewell);
        if (settings.Database is SqliteAddress)
            builder.Services.AddHostedService(_ => new DamageWatch(database, TimeProvider.System));
        if (settings.BackupFolder is not null && settings.Database is not SqliteAddress)
            Console.WriteLine(AppPhrases.Text("cli.serve.no_backup"));
        else if (settings.BackupFolder is { } folder)
            builder.Services.AddHostedService(_ => new BackupLoop(settings, folder, TimeProvider.System, logs.CreateLogger<BackupLoop>()));
        if (settings.Telegram is not null)
        {
            builder.Services.AddHostedService(_ => bot.Reminders(catalog));
            builder.Services.AddHostedService(_ => bot.Digests(catalog, settings.Zone, settings.DigestCron));
        }

        var webhook = settings.Telegram is { } telegram ? AddTelegram(builder.Services, telegram, bot, database, state, logs) : null;
        await using var web = builder.Build();
        new HealthEndpoints(database, () => state.Word).Map(web);
        webhook?.Map(web);
        await RunAsync(web, settings, database.Damaged, stop);
    }

    // The webhook's endpoint when updates come that way; null when they are asked for.
    private static WebhookEndpoint? AddTelegram(IServiceCollection services, TelegramSettings telegram, FieldBot bot, FieldDatabase database, TelegramState state, ILoggerFactory logs)
    {
        var sender = TelegramClients.ForSending(telegram);
        var channel = new TelegramChannel(sender, logs.CreateLogger<TelegramChannel>());
        var intake = new TelegramIntake(sender, bot.Intake, TimeProvider.System, logs.CreateLogger<TelegramIntake>());
        services.AddHostedService(_ => new OutboxLoop(bot.Sender([channel], SendLimits.Of(telegram.SendsPerSecond)), database));
        services.AddHostedService(_ => bot.Fetching([channel]));
        services.AddHostedService(_ => new TelegramMenus(sender, database, bot.Address, bot.Arrivals, TimeProvider.System, logs.CreateLogger<TelegramMenus>()));
        if (telegram.PublicUrl is null)
        {
            services.AddHostedService(_ => new TelegramPolling(TelegramClients.ForPolling(telegram), intake, bot.Presence, database, state, TimeProvider.System, logs.CreateLogger<TelegramPolling>()));
            return null;
        }

        var queue = new WebhookQueue(intake, logs.CreateLogger<WebhookQueue>());
        services.AddHostedService(_ => queue);
        services.AddHostedService(_ => new WebhookRegistration(sender, telegram, state, bot.Presence, TimeProvider.System, logs.CreateLogger<WebhookRegistration>()));
        return new WebhookEndpoint(telegram, queue);
    }

    private static async Task RunAsync(WebApplication web, Settings settings, Task damaged, CancellationToken stop)
    {
        try
        {
            await WebHost.StartAsync(web, settings.Dashboard, stop);
            if (WebHost.IsPublic(settings.Dashboard))
                Console.WriteLine(AppPhrases.Text("cli.serve.public", ("address", settings.Dashboard)));
            Console.WriteLine(AppPhrases.Text(settings.Telegram is null ? "cli.serve.no_telegram" : "cli.serve.telegram"));
            if (await Task.WhenAny(web.WaitForShutdownAsync(stop), damaged) == damaged)
            {
                // Going on would make it worse.
                await web.StopAsync(CancellationToken.None);
                throw FileCheck.DamagedInUse(settings.Database.SqliteFile, settings.BackupFolder);
            }
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
        logging.AddSimpleConsole(format => format.SingleLine = true).AddProvider(new ErrorCount()).SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}
