namespace PbfFieldBot.Engine.Dialogs.Expressions;

/// <summary>
/// What an expression may refer to: ${name} of earlier answers (string, double or bool; dates are day numbers since 1970-01-01),
/// "." (the answer being checked), today and now in the project's time zone, and the labels of choices.
/// A name without an answer is the empty text, as in ODK.
/// </summary>
public sealed record ExpressionScope(IReadOnlyDictionary<string, object> Variables, DateTimeOffset Now)
{
    /// <summary>Nothing answered yet, at no time in particular: for compiling.</summary>
    internal static readonly ExpressionScope Empty = new(new Dictionary<string, object>(), DateTimeOffset.UnixEpoch);

    /// <summary>The answer being checked, for constraints; null elsewhere.</summary>
    public object? Current { get; init; }

    /// <summary>The label of a choice by list or question name and choice name, for jr:choice-name; null when unknown.</summary>
    public Func<string, string, string?>? ChoiceLabel { get; init; }
}
