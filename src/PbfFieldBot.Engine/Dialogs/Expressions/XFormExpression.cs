namespace PbfFieldBot.Engine.Dialogs.Expressions;

/// <summary>
/// An expression in XLSForm's language (XPath 1.0 with ODK's functions, ${name} and "."), compiled once by System.Xml.XPath and evaluated any number of times.
/// Dates are day numbers inside expressions.
/// </summary>
public sealed class XFormExpression
{
    private XFormExpression(string source, IReadOnlyList<string> references)
    {
        Source = source;
        References = references;
    }

    /// <summary>The expression as the author wrote it.</summary>
    public string Source { get; }

    /// <summary>The names used as ${name}, each once.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>Compiles an expression. Throws <see cref="FormatException"/> with a French sentence for the author when it cannot be.</summary>
    public static XFormExpression Parse(string source) => new(source, []);

    /// <summary>The value as true or false.</summary>
    public bool IsTrue(ExpressionScope scope) => throw new NotImplementedException(scope.ToString());

    /// <summary>The value as a number; null for NaN (an empty answer in arithmetic).</summary>
    public decimal? Number(ExpressionScope scope) => throw new NotImplementedException(scope.ToString());

    /// <summary>The value as text.</summary>
    public string Text(ExpressionScope scope) => throw new NotImplementedException(scope.ToString());
}
