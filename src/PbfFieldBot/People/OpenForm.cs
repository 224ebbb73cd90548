namespace PbfFieldBot.People;

/// <summary>What somebody is filling in beside reports, e.g. an invitation: one form a person, as ConversationJson writes it.</summary>
public sealed class OpenForm
{
    public long PersonId { get; set; }

    public required string State { get; set; }

    /// <summary>UTC ticks of the last answer.</summary>
    public long At { get; set; }
}
