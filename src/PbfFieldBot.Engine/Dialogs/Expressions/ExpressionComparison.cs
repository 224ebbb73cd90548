namespace PbfFieldBot.Engine.Dialogs.Expressions;

/// <summary>A reference (or ".", as <see cref="ExpressionTranslation.Current"/>) held against a literal: ${x} = 'a', 3 &lt; ${x}, selected(${x}, 'a').</summary>
/// <param name="Equality">True for =, != and selected(): the literal is one of the possible answers.</param>
internal sealed record ExpressionComparison(string Name, ExpressionToken Literal, bool Equality)
{
    private static readonly string[] Signs = ["=", "!=", "<", "<=", ">", ">="];

    /// <summary>All such comparisons, and whether the expression is made of nothing else (joined by and, or, not() and parentheses).</summary>
    public static (IReadOnlyList<ExpressionComparison> Found, bool NothingElse) In(IReadOnlyList<ExpressionToken> tokens)
    {
        var found = new List<ExpressionComparison>();
        var nothingElse = true;
        for (var at = 0; at < tokens.Count;)
        {
            var length = Read(tokens, at, found);
            nothingElse &= length > 0 || IsLogic(tokens[at]);
            at += Math.Max(1, length);
        }

        return (found, nothingElse);
    }

    // How many tokens the comparison at this place takes; 0 when there is none.
    private static int Read(IReadOnlyList<ExpressionToken> tokens, int at, List<ExpressionComparison> found)
    {
        var here = tokens.Skip(at).Take(6).ToList();
        if (here is [{ Kind: TokenKind.Function, Value: "selected" }, { Kind: TokenKind.Open }, var many, { Kind: TokenKind.Comma }, { Kind: TokenKind.Text } choice, { Kind: TokenKind.Close }] && NameOf(many) is { } list)
        {
            found.Add(new ExpressionComparison(list, choice, true));
            return 6;
        }

        if (here is not [var left, { Kind: TokenKind.Operator } sign, var right, ..] || !Signs.Contains(sign.Value))
            return 0;
        var (name, literal) = NameOf(left) is { } first ? (first, right) : (NameOf(right), left);
        if (name is null || literal.Kind is not (TokenKind.Text or TokenKind.Number) || IsMeasured(tokens, at - 1) || IsMeasured(tokens, at + 3))
            return 0;
        found.Add(new ExpressionComparison(name, literal, sign.Value is "=" or "!="));
        return 3;
    }

    // "2 + ${x} = 3" compares a sum, not the answer.
    private static bool IsMeasured(IReadOnlyList<ExpressionToken> tokens, int at) =>
        at >= 0 && at < tokens.Count && tokens[at] is { Kind: TokenKind.Operator, Value: not ("and" or "or") };

    private static string? NameOf(ExpressionToken token) => token.Kind switch
    {
        TokenKind.Reference => token.Value,
        TokenKind.Current => ExpressionTranslation.Current,
        _ => null,
    };

    private static bool IsLogic(ExpressionToken token) =>
        token.Kind is TokenKind.Open or TokenKind.Close || token is { Kind: TokenKind.Operator, Value: "and" or "or" } or { Kind: TokenKind.Function, Value: "not" or "true" or "false" };
}
