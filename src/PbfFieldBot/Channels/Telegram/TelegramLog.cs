using Microsoft.Extensions.Logging;

namespace PbfFieldBot.Channels.Telegram;

/// <summary>What the way to Telegram logs. Ids and kinds of errors only: never what people write, who they are, or an error's own words.</summary>
internal static partial class TelegramLog
{
    [LoggerMessage(301, LogLevel.Warning, "No updates from Telegram ({Kind} {Code}); next try in {Seconds} s")]
    public static partial void NoUpdates(this ILogger log, string kind, int? code, double seconds);

    [LoggerMessage(302, LogLevel.Warning, "Telegram did not take the webhook ({Kind}); next try in {Seconds} s")]
    public static partial void WebhookNotTaken(this ILogger log, string kind, double seconds);

    [LoggerMessage(303, LogLevel.Error, "{Count} updates could not be stored and will come again ({Kind})")]
    public static partial void UpdatesNotStored(this ILogger log, int count, string kind);

    [LoggerMessage(304, LogLevel.Warning, "Telegram refused message {Id} for good ({Code})")]
    public static partial void MessageRefused(this ILogger log, long id, int code);

    [LoggerMessage(305, LogLevel.Debug, "A press was not answered ({Kind})")]
    public static partial void PressNotAnswered(this ILogger log, string kind);

    [LoggerMessage(306, LogLevel.Warning, "The menus are not all set ({Kind})")]
    public static partial void MenusNotSet(this ILogger log, string kind);

    [LoggerMessage(307, LogLevel.Debug, "A group was not told ({Kind})")]
    public static partial void GroupNotTold(this ILogger log, string kind);

    [LoggerMessage(308, LogLevel.Debug, "A group was not left ({Kind})")]
    public static partial void GroupNotLeft(this ILogger log, string kind);
}
