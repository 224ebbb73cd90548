using Microsoft.Extensions.Logging;

namespace PbfFieldBot.Outbox;

/// <summary>What the outbox logs. Ids and kinds of errors only: never what people write, who they are, or an error's own words.</summary>
internal static partial class OutboxLog
{
    [LoggerMessage(201, LogLevel.Warning, "Message {Id} can never be sent and was given up")]
    public static partial void GivenUp(this ILogger log, long id);
}
