using System.Text.RegularExpressions;
using PbfFieldBot.Outbox;

namespace PbfFieldBot;

/// <summary>How to reach Telegram. There is none without a token.</summary>
/// <param name="Token">Secret: never shown, never logged.</param>
/// <param name="BaseUrl">Another Bot API server; null for Telegram's own.</param>
/// <param name="PublicUrl">Set: updates come by webhook to this address.</param>
/// <param name="WebhookSecret">Secret: what Telegram sends along with each webhook call.</param>
public sealed partial record TelegramSettings(string Token, Uri? BaseUrl, Uri? PublicUrl, string? WebhookSecret)
{
    /// <summary>How many messages may leave in a second. Above Telegram's 30, for another Bot API server, the limit of a chat is lifted too.</summary>
    public int SendsPerSecond { get; init; } = SendLimits.TelegramPerSecond;

    // A record's own text would show the token in a log.
    public override string ToString() => nameof(TelegramSettings);

    internal static TelegramSettings? Read(SettingReader keys)
    {
        if (keys.Text("Telegram:Token") is null)
            return null;
        var token = keys.Read("Telegram:Token", "", text => TokenShape().IsMatch(text) ? text : null, "settings.token");
        var server = keys.Text("Telegram:BaseUrl") is null ? null : keys.Read("Telegram:BaseUrl", "", SettingReader.WebAddress, "settings.address");
        var sends = keys.Number("Telegram:SendsPerSecond", SendLimits.TelegramPerSecond);
        if (keys.Text("Telegram:PublicUrl") is null)
            return new(token, server, null, null) { SendsPerSecond = sends };
        var address = keys.Read("Telegram:PublicUrl", "", PublicAddress, "settings.public_address");
        return new(token, server, address, keys.Read("Telegram:WebhookSecret", "", text => SecretShape().IsMatch(text) ? text : null, "settings.webhook_secret")) { SendsPerSecond = sends };
    }

    private static Uri? PublicAddress(string text) =>
        SettingReader.WebAddress(text) is { } address && (address.Scheme is "https" || address.IsLoopback) ? address : null;

    [GeneratedRegex("^[0-9]{1,20}:[A-Za-z0-9_-]{1,128}$", RegexOptions.NonBacktracking)]
    private static partial Regex TokenShape();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$", RegexOptions.NonBacktracking)]
    private static partial Regex SecretShape();
}
