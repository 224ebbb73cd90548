namespace PbfFieldBot.Engine.Dialogs.Expressions;

internal enum TokenKind
{
    /// <summary>'...' or "...", with its quotes.</summary>
    Text,
    Number,

    /// <summary>The name within ${...}.</summary>
    Reference,

    /// <summary>".", the answer being checked.</summary>
    Current,
    Function,

    /// <summary>A sign or a word between two values.</summary>
    Operator,
    Open,
    Close,
    Comma,
}

/// <summary>One piece of an author's expression.</summary>
internal readonly record struct ExpressionToken(TokenKind Kind, string Value)
{
    /// <summary>A literal text without its quotes.</summary>
    public string Bare => Kind is TokenKind.Text ? Value[1..^1] : Value;

    public bool Is(TokenKind kind, string value) => Kind == kind && Value == value;
}
