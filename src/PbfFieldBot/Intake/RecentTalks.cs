using System.Collections.Concurrent;
using PbfFieldBot.Engine.Conversations;

namespace PbfFieldBot.Intake;

/// <summary>
/// The talks that were stored last, beside their stored form: the next update of a person usually finds in the database what was written a moment ago, and it need not be
/// read letter by letter again. Only the same text is taken for the same talk, so that whatever another replica wrote counts.
/// </summary>
internal sealed class RecentTalks
{
    private const int Most = 500;
    private readonly ConcurrentDictionary<long, (string Stored, PersonState State)> talks = new();

    /// <summary>The talk that a stored text holds.</summary>
    public PersonState Read(long personId, string stored) =>
        talks.TryGetValue(personId, out var recent) && recent.Stored == stored ? recent.State : ConversationJson.Read<PersonState>(stored);

    /// <summary>The text to store for a talk.</summary>
    public string Write(long personId, PersonState state)
    {
        if (talks.Count >= Most && !talks.ContainsKey(personId))
            talks.Clear();
        var stored = ConversationJson.Write(state);
        talks[personId] = (stored, state);
        return stored;
    }
}
