namespace PbfFieldBot.Channels.Telegram;

/// <summary>How updates come now, in one word for the operator.</summary>
internal sealed class TelegramState
{
    public const string Off = "off";
    public const string Polling = "polling";
    public const string Webhook = "webhook";
    public const string Waiting = "waiting";

    public string Word { get; set; } = Off;
}
