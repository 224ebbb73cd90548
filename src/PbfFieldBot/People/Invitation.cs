using PbfFieldBot.Engine.Conversations;

namespace PbfFieldBot.People;

/// <summary>A one-time code that gives a person a role, an organisation, an area. Only a hash of the code is kept.</summary>
public sealed class Invitation
{
    public long Id { get; set; }

    /// <summary>SHA-256 of the code, hexadecimal.</summary>
    public required string CodeHash { get; set; }

    public Role Role { get; set; }

    public required string Name { get; set; }

    public long? OrganisationId { get; set; }

    public string? Kind { get; set; }

    public required string Area { get; set; }

    public long ExpiresAt { get; set; }

    public long? UsedAt { get; set; }

    /// <summary>Who used it; before that, the known person whom it gives a new phone.</summary>
    public long? PersonId { get; set; }

    /// <summary>Who invited; null from the command line.</summary>
    public long? InvitedBy { get; set; }

    public long? WithdrawnAt { get; set; }
}
