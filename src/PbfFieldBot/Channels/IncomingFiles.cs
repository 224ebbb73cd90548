namespace PbfFieldBot.Channels;

/// <summary>What holds for every file that a person sends.</summary>
public static class IncomingFiles
{
    /// <summary>The largest file that a bot may bring down (Bot API: 20 MB).</summary>
    public const long LargestBytes = 20_000_000;
}
