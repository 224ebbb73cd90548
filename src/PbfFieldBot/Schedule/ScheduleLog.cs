using Microsoft.Extensions.Logging;

namespace PbfFieldBot.Schedule;

/// <summary>What is done by the clock logs. Ids and kinds of errors only: never what people write, who they are, or an error's own words.</summary>
internal static partial class ScheduleLog
{
    [LoggerMessage(401, LogLevel.Error, "Bringing down files stumbled: {Kind}")]
    public static partial void FetchingStumbled(this ILogger log, string kind);

    [LoggerMessage(402, LogLevel.Information, "The daily backup is written")]
    public static partial void BackupWritten(this ILogger log);

    [LoggerMessage(403, LogLevel.Error, "The daily backup failed: {Kind}")]
    public static partial void BackupFailed(this ILogger log, string kind);

    [LoggerMessage(404, LogLevel.Error, "The digests stumbled: {Kind}")]
    public static partial void DigestsStumbled(this ILogger log, string kind);

    [LoggerMessage(405, LogLevel.Error, "The reminders stumbled: {Kind}")]
    public static partial void RemindersStumbled(this ILogger log, string kind);
}
