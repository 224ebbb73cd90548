namespace PbfFieldBot.Channels;

/// <summary>Where people find the bot; unknown until the channel told its name, and always unknown in a terminal.</summary>
public sealed class BotAddress
{
    private volatile string? name;

    public string? Name
    {
        get => name;
        set => name = value;
    }

    /// <summary>The link by which an invited person comes in; null while the bot's name is not known.</summary>
    public string? LinkFor(string code) => name is { } known ? $"https://t.me/{known}?start={code}" : null;
}
