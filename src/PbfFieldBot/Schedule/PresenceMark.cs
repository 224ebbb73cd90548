namespace PbfFieldBot.Schedule;

/// <summary>When the bot was last reached by its channel: the one row of its table.</summary>
public sealed class PresenceMark
{
    public const int TheOne = 1;

    public int Id { get; set; } = TheOne;

    /// <summary>UTC ticks, to about five minutes.</summary>
    public long At { get; set; }
}
