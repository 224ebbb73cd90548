using Microsoft.Extensions.Logging;

namespace PbfFieldBot.Outbox;

/// <summary>What the outbox logs. Ids and kinds of errors only: never what people write, who they are, or an error's own words.</summary>
internal static partial class OutboxLog
{
    [LoggerMessage(201, LogLevel.Warning, "Message {Id} can never be sent and was given up")]
    public static partial void GivenUp(this ILogger log, long id);

    [LoggerMessage(202, LogLevel.Error, "The outbox stumbled: {Kind}")]
    public static partial void OutboxStumbled(this ILogger log, string kind);

    [LoggerMessage(203, LogLevel.Error, "Sending message {Id} failed: {Kind}")]
    public static partial void SendingFailed(this ILogger log, long id, string kind);

    [LoggerMessage(204, LogLevel.Error, "What was sent could not be noted: {Kind}")]
    public static partial void SentNotNoted(this ILogger log, string kind);
}
