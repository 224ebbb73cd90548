using PbfFieldBot.Engine.Places;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>Who may do what.</summary>
public enum Role
{
    Partner,
    Coordinator,
    Administrator,
}

/// <summary>Who talks with the bot, as far as a conversation needs it. Kinds of partner: comite, radio, osc, adr, secretariat.</summary>
/// <param name="Area">The person's own region or cercle; null for the whole project.</param>
public sealed record Speaker(Role Role, string? OrganisationKind, string? Organisation, Place? Area);
