using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.People;

namespace PbfFieldBot.Intake;

/// <summary>One person of a batch with the talk so far: read once, written once, whatever the number of the person's updates.</summary>
internal sealed class Known(Person person, Organisation? organisation, StoredConversation? conversation)
{
    private PersonState? state;
    private bool changed;

    public Person Person { get; } = person;

    public Organisation? Organisation { get; } = organisation;

    public StoredConversation? Conversation { get; private set; } = conversation;

    public PersonState State
    {
        get => state ??= Conversation is null ? PersonState.New : ConversationJson.Read<PersonState>(Conversation.State);
        set => (state, changed) = (value, true);
    }

    public Speaker Speaker(Areas areas) => new(Person.Role, Person.Kind ?? Organisation?.Kind, Organisation?.Name, areas.PlaceOf(Person.Area));

    public void Flush(FieldDb db, DateTimeOffset now)
    {
        if (!changed)
            return;
        if (Conversation is null)
            db.Conversations.Add(Conversation = new StoredConversation { PersonId = Person.Id, State = "" });
        (Conversation.State, Conversation.UpdatedAt) = (ConversationJson.Write(State), now.UtcTicks);
    }
}
