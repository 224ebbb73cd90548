using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.XPath;

namespace PbfFieldBot.Engine.Dialogs.Expressions;

/// <summary>
/// An expression in XLSForm's language (XPath 1.0 with ODK's functions, ${name} and "."), compiled once by System.Xml.XPath and evaluated any number of times, by many threads.
/// Dates are day numbers since 1970-01-01 inside expressions.
/// </summary>
public sealed class XFormExpression
{
    private static readonly XPathDocument Nothing = new(XmlReader.Create(new StringReader("<nothing/>")));
    private readonly XPathExpression compiled;

    private XFormExpression(string source, IReadOnlyList<ExpressionToken> tokens, XPathExpression compiled)
    {
        Source = source;
        Tokens = tokens;
        References = ExpressionTranslation.References(tokens);
        this.compiled = compiled;
    }

    /// <summary>The functions that an expression may call.</summary>
    public static IEnumerable<string> Functions => OdkFunctions.Names;

    /// <summary>The expression as the author wrote it.</summary>
    public string Source { get; }

    /// <summary>The names used as ${name}, each once, in the order of first use.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>True when it speaks of ".", the answer being checked.</summary>
    public bool UsesCurrent => Tokens.Any(t => t.Kind is TokenKind.Current);

    /// <summary>The first pattern of regex() that the non-backtracking engine cannot run; null when all can. Elsewhere it would fail at a partner's answer.</summary>
    public string? ImpossiblePattern => Tokens.Where((t, i) => t.Kind is TokenKind.Text && IsPattern(i)).Select(t => t.Bare).FirstOrDefault(p => !CanRun(p));

    internal IReadOnlyList<ExpressionToken> Tokens { get; }

    /// <summary>Compiles an expression. Throws <see cref="FormatException"/> with a French sentence for the author when it cannot be.</summary>
    public static XFormExpression Parse(string source)
    {
        var tokens = ExpressionScanner.Tokens(source);
        ExpressionShape.Check(tokens);
        try
        {
            var compiled = XPathExpression.Compile(ExpressionTranslation.XPath(tokens));
            compiled.SetContext(new OdkContext(ExpressionScope.Empty));
            return new XFormExpression(source, tokens, compiled);
        }
        catch (Exception problem) when (problem is XPathException or ArgumentException)
        {
            throw ExpressionMistake.Of("not_readable", ("expression", source));
        }
    }

    /// <summary>The value as true or false: a number is true unless 0 or NaN, a text is true unless empty.</summary>
    public bool IsTrue(ExpressionScope scope) => OdkFunctions.Boolean(Evaluate(scope));

    /// <summary>The value as a number; null for what is none (an empty answer in arithmetic).</summary>
    public decimal? Number(ExpressionScope scope)
    {
        var number = OdkFunctions.Number(Evaluate(scope));
        return double.IsFinite(number) && Math.Abs(number) < (double)decimal.MaxValue ? (decimal)number : null;
    }

    /// <summary>The value as text; whole numbers without a fraction.</summary>
    public string Text(ExpressionScope scope) => OdkFunctions.Text(Evaluate(scope));

    public override string ToString() => Source;

    private object Evaluate(ExpressionScope scope)
    {
        var expression = compiled.Clone();
        expression.SetContext(new OdkContext(scope));
        return Nothing.CreateNavigator().Evaluate(expression) switch
        {
            XPathNodeIterator nodes => nodes.MoveNext() ? nodes.Current?.Value ?? "" : "",
            var value => value ?? "",
        };
    }

    // The last value of regex(): a text before ")" whose call is a regex.
    private bool IsPattern(int at)
    {
        if (at + 1 >= Tokens.Count || Tokens[at + 1].Kind is not TokenKind.Close)
            return false;
        var depth = 0;
        for (var i = at - 1; i > 0; i--)
        {
            depth += Tokens[i].Kind switch { TokenKind.Close => 1, TokenKind.Open => -1, _ => 0 };
            if (depth < 0)
                return Tokens[i - 1].Is(TokenKind.Function, "regex");
        }

        return false;
    }

    private static bool CanRun(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking);
            return true;
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
