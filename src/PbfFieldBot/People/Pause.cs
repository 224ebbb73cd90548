namespace PbfFieldBot.People;

/// <summary>A time in which nothing is expected of a partner: from a day on, until a day that is no longer in it.</summary>
public sealed class Pause
{
    public long Id { get; set; }

    public long PersonId { get; set; }

    public DateOnly From { get; set; }

    public DateOnly Until { get; set; }
}
