using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.People;

namespace PbfFieldBot.Intake;

/// <summary>One person of a batch with the talk so far: read once, written once, whatever the number of the person's updates.</summary>
internal sealed class Known(Person person, Organisation? organisation, string? storedState, RecentTalks talks)
{
    private PersonState? state;

    /// <summary>The same talk, after the person came in again in another role.</summary>
    public Known(Person person, Organisation? organisation, Known? before, RecentTalks talks)
        : this(person, organisation, (string?)null, talks) => (state, IsChanged) = (before?.State, before?.IsChanged ?? false);

    public Person Person { get; } = person;

    public Organisation? Organisation { get; } = organisation;

    public bool IsChanged { get; private set; }

    public PersonState State
    {
        get => state ??= storedState is null ? PersonState.New : talks.Read(Person.Id, storedState);
        set => (state, IsChanged) = (value, true);
    }

    /// <summary>The form of the talk to be stored, remembered for the next update.</summary>
    public string Store() => talks.Write(Person.Id, State);

    public Speaker Speaker(Areas areas) => new(Person.Role, Person.Kind ?? Organisation?.Kind, Organisation?.Name, areas.PlaceOf(Person.Area));
}
