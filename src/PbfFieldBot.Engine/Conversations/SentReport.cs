using System.Collections.Immutable;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>A report that was sent, as a conversation about it needs it.</summary>
/// <param name="DialogKey">It is corrected on the version of the dialog with which it was made.</param>
public sealed record SentReport(long Id, string Receipt, string Kind, string DialogKey, ImmutableDictionary<string, AnswerValue> Answers);
