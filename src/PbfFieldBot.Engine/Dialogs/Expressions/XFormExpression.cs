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

    private XFormExpression(string source, IReadOnlyList<string> references, XPathExpression compiled)
    {
        Source = source;
        References = references;
        this.compiled = compiled;
    }

    /// <summary>The expression as the author wrote it.</summary>
    public string Source { get; }

    /// <summary>The names used as ${name}, each once, in the order of first use.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>Compiles an expression. Throws <see cref="FormatException"/> with a French sentence for the author when it cannot be.</summary>
    public static XFormExpression Parse(string source)
    {
        var translation = ExpressionTranslation.Of(source);
        try
        {
            var compiled = XPathExpression.Compile(translation.XPath);
            compiled.SetContext(new OdkContext(ExpressionScope.Empty));
            return new XFormExpression(source, translation.References, compiled);
        }
        catch (Exception problem) when (problem is XPathException or ArgumentException)
        {
            throw new FormatException(ExpressionTranslation.Phrases.Text("expression.not_readable", ("expression", source)), problem);
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
}
