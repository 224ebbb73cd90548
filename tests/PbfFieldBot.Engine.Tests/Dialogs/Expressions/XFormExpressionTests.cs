using PbfFieldBot.Engine.Dialogs.Expressions;
using Xunit;

namespace PbfFieldBot.Engine.Tests.Dialogs.Expressions;

public sealed class XFormExpressionTests
{
    private static readonly ExpressionScope Scope = new(
        new Dictionary<string, object> { ["total"] = 15d, ["women"] = 6d, ["audience"] = "comites", ["languages"] = "peul dogon", ["day"] = 18577d },
        new DateTimeOffset(2020, 11, 12, 9, 30, 0, TimeSpan.Zero))
    {
        Current = 18578d,
        ChoiceLabel = (list, name) => list == "audience" && name == "comites" ? "Comités" : null,
    };

    [Theory]
    [InlineData("${total} - ${women}", "9")]
    [InlineData("${women} div ${total} >= 0.3", "true")]
    [InlineData("${audience} = 'comites' or ${audience} = 'osc'", "true")]
    [InlineData("${nobody} = ''", "true")]
    [InlineData("${nobody} > 3", "false")]
    [InlineData("coalesce(${nobody}, 0) + 1", "1")]
    [InlineData("if(${total} > 10, 'beaucoup', 'peu')", "beaucoup")]
    [InlineData(". < today()", "false")]
    [InlineData(". <= today()", "true")]
    [InlineData("selected(${languages}, 'dogon')", "true")]
    [InlineData("selected(${languages}, 'dog')", "false")]
    [InlineData("count-selected(${languages})", "2")]
    [InlineData("selected-at(${languages}, 0)", "peul")]
    [InlineData("jr:choice-name(${audience}, '${audience}')", "Comités")]
    [InlineData("concat(‘à ‘, ${audience})", "à comites")]
    [InlineData("round(3.14159, 2)", "3.14")]
    [InlineData("round(2.5)", "3")]
    [InlineData("int(-3.7)", "-3")]
    [InlineData("regex('ML0505', '[A-Z]{2}[0-9]+')", "true")]
    [InlineData("regex('xML0505', '[A-Z]{2}[0-9]+')", "false")]
    [InlineData("substr('Koro', 1, 3)", "or")]
    [InlineData("max(3, ${total}, 7)", "15")]
    [InlineData("min(3, ${total}, 7)", "3")]
    [InlineData("not(${women} > ${total})", "true")]
    [InlineData("string-length(${audience}) mod 4", "3")]
    [InlineData("format-date(${day}, '%d/%m/%Y')", "11/11/2020")]
    [InlineData("format-date(${day}, '%e %b')", "11 nov.")]
    [InlineData("once(today())", "18578")]
    [InlineData("boolean-from-string('1')", "true")]
    [InlineData("date('2020-11-12') = today()", "true")]
    [InlineData("-1 * -0.5", "0.5")]
    [InlineData("contains(${audience}, 'mit') and starts-with(${audience}, 'com')", "true")]
    public void AnExpressionHasItsValue(string expression, string value) => Assert.Equal(value, XFormExpression.Parse(expression).Text(Scope));

    [Theory]
    [InlineData("${total", "écrivez une référence ainsi : ${nom_de_la_question}")]
    [InlineData("selectd(${languages}, 'peul')", "la fonction « selectd » n'existe pas ; vouliez-vous « selected » ?")]
    [InlineData("digest('x')", "la fonction « digest » n'existe pas ici ; la liste est dans dialogs/README.md")]
    [InlineData("audience = 'comites'", "« audience » n'est ni une fonction ni un texte : écrivez ${audience} pour une question, 'audience' entre apostrophes pour un texte")]
    [InlineData("(${total} > 3", "l'expression « (${total} > 3 » n'est pas lisible : vérifiez les parenthèses, les virgules et les opérateurs")]
    [InlineData("'ouvert", "un guillemet n'est pas fermé dans l'expression")]
    [InlineData("if(1, 2)", "l'expression « if(1, 2) » n'est pas lisible : vérifiez les parenthèses, les virgules et les opérateurs")]
    public void AnAuthorsMistakeIsNamed(string expression, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<FormatException>(() => XFormExpression.Parse(expression)).Message);

    [Fact]
    public void AnEmptyAnswerInArithmeticIsNoNumber() => Assert.Null(XFormExpression.Parse("${nobody} + 1").Number(Scope));

    [Fact]
    public void ReferencesAreListedOnceInOrder() => Assert.Equal(["women", "total"], XFormExpression.Parse("${women} div ${total} + ${women}").References);

    [Fact]
    public void ManyThreadsMayEvaluateAtOnce()
    {
        var expression = XFormExpression.Parse("${n} * 2");
        Parallel.For(0, 1000, n => Assert.Equal(n * 2, expression.Number(new ExpressionScope(new Dictionary<string, object> { ["n"] = (double)n }, default))));
    }
}
