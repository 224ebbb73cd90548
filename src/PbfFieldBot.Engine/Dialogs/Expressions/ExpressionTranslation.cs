namespace PbfFieldBot.Engine.Dialogs.Expressions;

/// <summary>
/// Turns an author's expression into XPath 1.0: ${x} becomes ($x), "." becomes ($_), ODK's functions get the prefix odk:
/// (round, position and concat mean something else in XPath's own library).
/// </summary>
internal static class ExpressionTranslation
{
    /// <summary>The variable that stands for ".", the answer being checked.</summary>
    public const string Current = "_";

    public static string XPath(IReadOnlyList<ExpressionToken> tokens) => string.Join(' ', tokens.Select(t => t.Kind switch
    {
        TokenKind.Reference => "($" + t.Value + ")",
        TokenKind.Current => "($" + Current + ")",
        TokenKind.Function => OdkFunctions.XPathName(t.Value),
        _ => t.Value,
    }));

    /// <summary>The names used as ${name}, also as '${name}' between quotes (jr:choice-name takes it so), each once.</summary>
    public static IReadOnlyList<string> References(IReadOnlyList<ExpressionToken> tokens) =>
        [.. tokens.Select(t => t.Kind is TokenKind.Reference ? t.Value : Quoted(t)).OfType<string>().Distinct()];

    private static string? Quoted(ExpressionToken token) =>
        token.Kind is TokenKind.Text && token.Bare is ['$', '{', .. var name, '}'] ? name.Trim() : null;
}
