using PbfFieldBot.Engine.Conversations;

namespace PbfFieldBot.People;

/// <summary>What /inviter asks, in this order.</summary>
public enum InvitationStep
{
    /// <summary>A new partner, coordinator or administrator, or somebody known with another phone.</summary>
    What,
    Person,
    Kind,
    Organisation,
    Name,
    Area,
    Done,
}

/// <summary>An invitation being filled in: what is known so far. <paramref name="Turn"/> tells an old button from a new one.</summary>
public sealed record InvitationForm(int Turn, Role? Role = null, bool OtherPhone = false, long? PersonId = null, string? Kind = null, string? Organisation = null, string? Name = null, string? Area = null)
{
    /// <summary>What is asked next.</summary>
    public InvitationStep Next => this switch
    {
        { PersonId: not null } => InvitationStep.Done,
        { OtherPhone: true } => InvitationStep.Person,
        { Role: null } => InvitationStep.What,
        { Role: Engine.Conversations.Role.Partner, Kind: null } => InvitationStep.Kind,
        { Role: Engine.Conversations.Role.Partner, Organisation: null } => InvitationStep.Organisation,
        { Name: null } => InvitationStep.Name,
        { Area: null } => InvitationStep.Area,
        _ => InvitationStep.Done,
    };
}
