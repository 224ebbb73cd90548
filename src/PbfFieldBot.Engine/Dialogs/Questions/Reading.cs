using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Dialogs.Questions;

/// <summary>What a question made of an input. A partner's odd answer is data, never an exception.</summary>
public abstract record Reading;

/// <summary>The answer is understood. <paramref name="Note"/> is a sentence to tell with it (what was taken), or null.</summary>
public sealed record Accepted(AnswerValue Value, string? Note = null) : Reading;

/// <summary>The answer is refused: a code of <see cref="French.RejectReasons"/> and the sentence that says why and what to do.</summary>
public sealed record Refused(string Code, string Sentence) : Reading;

/// <summary>Several readings are possible: the person chooses one, by number, word or button.</summary>
public sealed record Undecided(string Sentence, IReadOnlyList<Option> Options) : Reading;

/// <summary>One of several possible answers, with what is shown on its button.</summary>
public sealed record Option(string Label, AnswerValue Value);
