using System.Globalization;

namespace PbfFieldBot.Engine.Dialogs.Expressions;

/// <summary>Refuses what System.Xml.XPath would refuse without saying why: parentheses, the number of values of a function, commas, comparisons that are never true.</summary>
internal static class ExpressionShape
{
    private static readonly string[] Orders = ["<", "<=", ">", ">="];

    public static void Check(IReadOnlyList<ExpressionToken> tokens)
    {
        CheckCalls(tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            var (token, next) = (tokens[i], i + 1 < tokens.Count ? tokens[i + 1] : default);
            if (token.Kind is TokenKind.Operator && Orders.Contains(token.Value) && (NoNumber(next) ?? (i > 0 ? NoNumber(tokens[i - 1]) : null)) is { } text)
                throw ExpressionMistake.Of("text_in_order", ("sign", token.Value), ("text", text));
            if (IsValueEnd(token) && i + 1 < tokens.Count && IsValueStart(next))
                throw ExpressionMistake.Of("missing_operator", ("before", Shown(token)), ("after", Shown(next)));
            if (token.Kind is TokenKind.Operator && (i + 1 == tokens.Count || next.Kind is TokenKind.Close or TokenKind.Comma))
                throw ExpressionMistake.Of("missing_value", ("sign", token.Value));
        }
    }

    // Each open parenthesis with the function before it, if any, and how many values it has so far.
    private static void CheckCalls(IReadOnlyList<ExpressionToken> tokens)
    {
        var open = new Stack<(string? Function, int Values)>();
        for (var i = 0; i < tokens.Count; i++)
        {
            switch (tokens[i].Kind)
            {
                case TokenKind.Open:
                    var empty = i + 1 < tokens.Count && tokens[i + 1].Kind is TokenKind.Close;
                    open.Push((i > 0 && tokens[i - 1].Kind is TokenKind.Function ? tokens[i - 1].Value : null, empty ? 0 : 1));
                    if (open.Count > Limits.ExpressionDepth)
                        throw ExpressionMistake.Of("too_deep", ("limit", Limits.ExpressionDepth));
                    break;
                case TokenKind.Comma when open.Count == 0 || open.Peek().Function is null:
                    throw ExpressionMistake.Of("stray_comma");
                case TokenKind.Comma:
                    open.Push(open.Pop() is var call ? (call.Function, call.Values + 1) : default);
                    break;
                case TokenKind.Close when open.Count == 0:
                    throw ExpressionMistake.Of("close_too_many");
                case TokenKind.Close:
                    CheckValues(open.Pop());
                    break;
            }
        }

        if (open.Count > 0)
            throw ExpressionMistake.Of("close_missing");
    }

    private static void CheckValues((string? Function, int Values) call)
    {
        if (call.Function is null)
            return;
        var (least, most) = OdkFunctions.Values(call.Function);
        if (call.Values >= least && call.Values <= most)
            return;
        var sentence = least == most ? "values" : most == OdkFunctions.Any ? "values_least" : "values_between";
        throw ExpressionMistake.Of(sentence, ("function", call.Function), ("found", call.Values), ("least", least), ("most", most));
    }

    // Relational operators compare numbers only: '2020-11-12' would silently be none.
    private static string? NoNumber(ExpressionToken token) =>
        token.Kind is TokenKind.Text && !double.TryParse(token.Bare, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? token.Value : null;

    private static bool IsValueEnd(ExpressionToken token) => token.Kind is TokenKind.Text or TokenKind.Number or TokenKind.Reference or TokenKind.Current or TokenKind.Close;

    private static bool IsValueStart(ExpressionToken token) => token.Kind is TokenKind.Text or TokenKind.Number or TokenKind.Reference or TokenKind.Current or TokenKind.Open or TokenKind.Function;

    private static string Shown(ExpressionToken token) => token.Kind is TokenKind.Reference ? "${" + token.Value + "}" : token.Value;
}
