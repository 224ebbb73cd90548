using Microsoft.Extensions.Logging;
using PbfFieldBot.Outbox;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace PbfFieldBot.Channels.Telegram;

/// <summary>Sends through the Bot API, one request per attempt; what the other side answers is the outcome.</summary>
internal sealed class TelegramChannel(ITelegramBotClient client, ILogger<TelegramChannel> log) : IChannel
{
    public const string ChannelName = "telegram";
    private const int Forbidden = 403;
    private const int TooManyRequests = 429;
    private const int FirstOfServer = 500;

    public string Name => ChannelName;

    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken stop)
    {
        try
        {
            if (message.EditsMessageId is { } edited)
            {
                await client.EditMessageText(message.ChatId, (int)edited, TelegramReplies.Text(message), replyMarkup: TelegramReplies.Keyboard(message), cancellationToken: stop);
                return new Delivered(edited);
            }

            var sent = await client.SendMessage(
                message.ChatId, TelegramReplies.Text(message), replyMarkup: TelegramReplies.Keyboard(message), linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true }, cancellationToken: stop);
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

    private SendOutcome OutcomeOf(ApiRequestException refusal, OutgoingMessage message)
    {
        if (refusal.ErrorCode == TooManyRequests)
            return new TryLater(TimeSpan.FromSeconds(refusal.Parameters?.RetryAfter ?? 1));
        if (refusal.ErrorCode == Forbidden || refusal.Message.Contains("chat not found", StringComparison.OrdinalIgnoreCase))
            return new Unreachable();
        if (refusal.ErrorCode >= FirstOfServer)
            return new TryLater(null);
        log.LogWarning("Telegram refused message {Id} for good ({Code})", message.Id, refusal.ErrorCode);
        return new GivenUp(refusal.Message);
    }
}
