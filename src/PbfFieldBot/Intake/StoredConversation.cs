namespace PbfFieldBot.Intake;

/// <summary>One person's talk with the bot, as ConversationJson writes it.</summary>
public sealed class StoredConversation
{
    public long PersonId { get; set; }

    public required string State { get; set; }

    public long UpdatedAt { get; set; }
}
