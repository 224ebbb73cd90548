using Microsoft.Extensions.Logging;
using PbfFieldBot.Submissions;

namespace PbfFieldBot.Intake;

/// <summary>What the intake logs. Ids and kinds of errors only: never what people write, who they are, or an error's own words.</summary>
internal static partial class IntakeLog
{
    [LoggerMessage(101, LogLevel.Warning, "A batch of {Count} updates failed ({Kind}) and is taken one by one")]
    public static partial void BatchFailed(this ILogger log, int count, string kind);

    [LoggerMessage(102, LogLevel.Error, "Update {Channel}/{Update} failed, try {Try}: {Kind} at {Where}")]
    public static partial void UpdateFailed(this ILogger log, string channel, long update, int @try, string kind, string where);

    [LoggerMessage(103, LogLevel.Error, "File {Id} failed: {Kind}")]
    public static partial void FileFailed(this ILogger log, long id, string kind);

    [LoggerMessage(104, LogLevel.Warning, "File {Id} can never be brought down")]
    public static partial void FileUnreachable(this ILogger log, long id);

    [LoggerMessage(105, LogLevel.Warning, "File {Id} is no picture that can be read")]
    public static partial void FileIsNoPicture(this ILogger log, long id);

    [LoggerMessage(106, LogLevel.Error, "Work {Id} for a coordinator failed: {Kind}")]
    public static partial void ErrandFailed(this ILogger log, long id, string kind);

    [LoggerMessage(107, LogLevel.Warning, "Person {Id} asked for {Command} without the right")]
    public static partial void AskedWithoutRight(this ILogger log, long id, string command);

    [LoggerMessage(108, LogLevel.Warning, "Person {Id} pressed {Does} without the right or too late")]
    public static partial void PressedWithoutRight(this ILogger log, long id, string does);

    [LoggerMessage(109, LogLevel.Warning, "Person {Id} pressed {Act} on report {Report} without the right")]
    public static partial void ReviewedWithoutRight(this ILogger log, long id, ReportAct act, long report);
}
