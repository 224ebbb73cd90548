using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace PbfFieldBot.Channels.Telegram;

/// <summary>
/// Takes updates that Telegram brings: who does not know the secret is refused before a byte of the body is read; what is no update gets 400; 200 means committed, and 503
/// makes Telegram bring it again.
/// </summary>
internal sealed class WebhookEndpoint(TelegramSettings settings, WebhookQueue queue)
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const long LargestBody = 1_048_576;
    private const int DeepestBody = 32;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = DeepestBody };
    private readonly byte[] secret = Digest(settings.WebhookSecret!);

    public void Map(IEndpointRouteBuilder web) => web.MapPost(settings.PublicUrl!.AbsolutePath, TakeAsync);

    private async Task TakeAsync(HttpContext context)
    {
        context.Response.StatusCode = await StatusAsync(context);
        if (context.Response.StatusCode != StatusCodes.Status200OK)
            context.Response.Headers.Connection = "close";
    }

    private async Task<int> StatusAsync(HttpContext context)
    {
        if (!CryptographicOperations.FixedTimeEquals(Digest(context.Request.Headers[SecretHeader].ToString()), secret))
            return StatusCodes.Status401Unauthorized;
        if (context.Request.ContentLength > LargestBody)
            return StatusCodes.Status413PayloadTooLarge;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestBody;
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, Strict, context.RequestAborted);
            if (RawUpdate.Of(body.RootElement) is not { Update: not null } update)
                return StatusCodes.Status400BadRequest;
            return await queue.TakeAsync(update with { Text = default }, context.RequestAborted) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        }
        catch (JsonException)
        {
            return StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException refusal)
        {
            return refusal.StatusCode;
        }
        catch (OperationCanceledException)
        {
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    // Of equal length whatever was sent, so that comparing takes the same time.
    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
