using System.Xml;
using System.Xml.XPath;
using System.Xml.Xsl;

namespace PbfFieldBot.Engine.Dialogs.Expressions;

/// <summary>Gives System.Xml.XPath our variables and ODK's functions.</summary>
internal sealed class OdkContext(ExpressionScope scope) : XsltContext(new NameTable())
{
    public override bool Whitespace => true;

    public ExpressionScope Scope { get; } = scope;

    public override string LookupNamespace(string prefix) => prefix == OdkFunctions.Prefix ? OdkFunctions.Prefix : base.LookupNamespace(prefix) ?? "";

    public override IXsltContextVariable ResolveVariable(string prefix, string name) => new Variable(name);

    public override IXsltContextFunction ResolveFunction(string prefix, string name, XPathResultType[] argTypes) =>
        prefix == OdkFunctions.Prefix && OdkFunctions.Find(name) is { } function && argTypes.Length >= function.Least && argTypes.Length <= function.Most
            ? new Call(function)
            : throw new XPathException(name);

    public override bool PreserveWhitespace(XPathNavigator node) => false;

    public override int CompareDocument(string baseUri, string nextbaseUri) => 0;

    private sealed class Variable(string name) : IXsltContextVariable
    {
        public bool IsLocal => false;

        public bool IsParam => false;

        public XPathResultType VariableType => XPathResultType.Any;

        public object Evaluate(XsltContext xsltContext)
        {
            var scope = ((OdkContext)xsltContext).Scope;
            return name == ExpressionTranslation.Current ? scope.Current ?? "" : scope.Variables.GetValueOrDefault(name, "");
        }
    }

    private sealed class Call(OdkFunction function) : IXsltContextFunction
    {
        public int Minargs => function.Least;

        public int Maxargs => function.Most;

        public XPathResultType ReturnType => XPathResultType.Any;

        public XPathResultType[] ArgTypes => [];

        public object Invoke(XsltContext xsltContext, object[] args, XPathNavigator docContext) =>
            function.Call(((OdkContext)xsltContext).Scope, args);
    }
}
