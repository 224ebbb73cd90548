using System.Text.RegularExpressions;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace PbfFieldBot.Channels.Telegram;

/// <summary>Brings down files. The link holds the bot's token: it stays inside the client and never reaches a log or an error's text.</summary>
internal static partial class TelegramFiles
{
    private const int FirstOfClient = 400;
    private const int FirstOfServer = 500;
    private const int TooManyRequests = 429;

    public static async Task<FetchOutcome> FetchAsync(ITelegramBotClient client, string fileId, CancellationToken stop)
    {
        try
        {
            var file = await client.GetFile(fileId, stop);
            if (file.FileSize > IncomingFiles.LargestBytes || file.FilePath is null || !PathShape().IsMatch(file.FilePath) || file.FilePath.Contains("..", StringComparison.Ordinal))
                return new FetchRefused();
            using var content = new BoundedStream(IncomingFiles.LargestBytes);
            await client.DownloadFile(file.FilePath, content, stop);
            return new Fetched(content.ToArray());
        }
        catch (ApiRequestException refusal) when (refusal.ErrorCode == TooManyRequests)
        {
            return new FetchLater(TimeSpan.FromSeconds(refusal.Parameters?.RetryAfter ?? 1));
        }
        catch (ApiRequestException refusal) when (refusal.ErrorCode is >= FirstOfClient and < FirstOfServer)
        {
            return new FetchRefused();
        }
        catch (BoundedStreamException)
        {
            return new FetchRefused();
        }
        catch (Exception trouble) when (trouble is RequestException or HttpRequestException or IOException || (trouble is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return new FetchLater(null);
        }
    }

    // "photos/file_1.jpg": no way to another host or folder.
    [GeneratedRegex("^[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_.-]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex PathShape();
}
