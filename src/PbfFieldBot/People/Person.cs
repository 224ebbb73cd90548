using PbfFieldBot.Engine.Conversations;

namespace PbfFieldBot.People;

/// <summary>Somebody who was invited and came: partner, coordinator or administrator. No profile data of a channel.</summary>
public sealed class Person
{
    /// <summary>The channel of somebody who has no chat any more.</summary>
    public const string NoChannel = "none";

    public long Id { get; set; }

    public Role Role { get; set; }

    /// <summary>What coordinators see, from the invitation.</summary>
    public required string Name { get; set; }

    public long? OrganisationId { get; set; }

    /// <summary>The kind of partner (comite, radio, osc, adr, secretariat); null for coordinators.</summary>
    public string? Kind { get; set; }

    /// <summary>P-code of a region or cercle, or "NAT" for the whole project.</summary>
    public required string Area { get; set; }

    public required string Channel { get; set; }

    public long ChatId { get; set; }

    /// <summary>UTC ticks, to the minute.</summary>
    public long JoinedAt { get; set; }

    public long? RevokedAt { get; set; }

    /// <summary>The version of the notice (who sees what, how long, how to withdraw) that the person was shown last; 0 before the first.</summary>
    public int NoticeVersion { get; set; }

    /// <summary>True after the channel said that the person blocked the bot.</summary>
    public bool Unreachable { get; set; }
}
