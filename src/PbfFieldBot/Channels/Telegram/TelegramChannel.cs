using Microsoft.Extensions.Logging;
using PbfFieldBot.Outbox;
using PbfFieldBot.Telemetry;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace PbfFieldBot.Channels.Telegram;

/// <summary>Sends through the Bot API, one request per attempt; what the other side answers is the outcome.</summary>
internal sealed class TelegramChannel(ITelegramBotClient client, ILogger<TelegramChannel> log) : IChannel
{
    public const string ChannelName = "telegram";
    private const int BadRequest = 400;
    private const int Forbidden = 403;
    private const int TooManyRequests = 429;
    private const int FirstOfServer = 500;

    public string Name => ChannelName;

    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken stop)
    {
        var outcome = await RequestAsync(message, stop);
        BotMetrics.Sent(outcome);
        return outcome;
    }

    private async Task<SendOutcome> RequestAsync(OutgoingMessage message, CancellationToken stop)
    {
        try
        {
            if (message.EditsMessageId is { } edited && message.File is null)
                return await EditAsync(message, (int)edited, stop);
            var sent = await (message.File switch
            {
                null => client.SendMessage(
                    message.ChatId, message.Text, replyMarkup: TelegramReplies.Keyboard(message), linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true },
                    entities: TelegramReplies.Hidden(message), disableNotification: message.Silent, cancellationToken: stop),
                { Kind: OutgoingFileKind.Photo } photo => client.SendPhoto(
                    message.ChatId, FileOf(photo), TelegramReplies.Caption(message), replyMarkup: TelegramReplies.Keyboard(message), disableNotification: message.Silent, cancellationToken: stop),
                { } document => client.SendDocument(
                    message.ChatId, FileOf(document), TelegramReplies.Caption(message), replyMarkup: TelegramReplies.Keyboard(message), disableNotification: message.Silent, cancellationToken: stop),
            });
            return new Delivered(sent.Id);
        }
        catch (ApiRequestException refusal)
        {
            return OutcomeOf(refusal, message);
        }
        catch (RequestException)
        {
            return new TryLater(null);
        }
        catch (HttpRequestException)
        {
            return new TryLater(null);
        }
        catch (TaskCanceledException) when (!stop.IsCancellationRequested)
        {
            return new TryLater(null);
        }
    }

    public Task<FetchOutcome> FetchAsync(string fileId, CancellationToken stop) => TelegramFiles.FetchAsync(client, fileId, stop);

    private async Task<SendOutcome> EditAsync(OutgoingMessage message, int edited, CancellationToken stop)
    {
        try
        {
            await (message.RemovesButtons
                ? client.EditMessageReplyMarkup(message.ChatId, edited, cancellationToken: stop)
                : client.EditMessageText(
                    message.ChatId, edited, message.Text, replyMarkup: TelegramReplies.Keyboard(message), linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true }, cancellationToken: stop));
            return new Delivered(edited);
        }
        catch (ApiRequestException refusal) when (refusal.ErrorCode == BadRequest && refusal.Message.Contains("message is not modified", StringComparison.OrdinalIgnoreCase))
        {
            return new Delivered(edited);
        }
        catch (ApiRequestException refusal) when (refusal.ErrorCode == BadRequest && !refusal.Message.Contains("chat not found", StringComparison.OrdinalIgnoreCase))
        {
            return new EditRefused();
        }
    }

    private static InputFileStream FileOf(OutgoingFile file) => new(new MemoryStream(file.Content, writable: false), file.Name);

    private SendOutcome OutcomeOf(ApiRequestException refusal, OutgoingMessage message)
    {
        if (refusal.ErrorCode == TooManyRequests)
            return new TryLater(TimeSpan.FromSeconds(refusal.Parameters?.RetryAfter ?? 1));
        if (refusal.ErrorCode == Forbidden || refusal.Message.Contains("chat not found", StringComparison.OrdinalIgnoreCase))
            return new Unreachable();
        if (refusal.ErrorCode >= FirstOfServer)
            return new TryLater(null);
        log.MessageRefused(message.Id, refusal.ErrorCode);
        return new GivenUp(refusal.Message);
    }
}
