namespace PbfFieldBot.Schedule;

/// <summary>A digest that was put into the outbox: one row for a person and a week, so that it is sent once whatever happens in between.</summary>
public sealed class SentDigest
{
    public long PersonId { get; set; }

    /// <summary>The week that it tells, "2020-W27".</summary>
    public required string Week { get; set; }

    /// <summary>UTC ticks.</summary>
    public long At { get; set; }
}
