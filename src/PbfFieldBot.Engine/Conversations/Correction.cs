using System.Collections.Immutable;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>What a conversation corrects: a report that was sent, and its answers as they stood.</summary>
/// <param name="Why">In one word, kept with the revision: "corrected" by its author, "answered" to a coordinator, "edited" by changing a message.</param>
public sealed record Correction(long Submission, string Receipt, string Why, ImmutableDictionary<string, AnswerValue> Before)
{
    /// <summary>True when two sets of answers say something different.</summary>
    public static bool Differs(IReadOnlyDictionary<string, AnswerValue> one, IReadOnlyDictionary<string, AnswerValue> other) =>
        one.Count != other.Count || one.Any(a => !other.TryGetValue(a.Key, out var value) || !value.Equals(a.Value));
}
