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
    [InlineData("(${total} > 3", "une parenthèse n'est pas fermée")]
    [InlineData("'ouvert", "un guillemet n'est pas fermé dans l'expression")]
    [InlineData("if(1, 2)", "la fonction « if » demande 3 valeur(s) entre ses parenthèses, séparées par des virgules, pas 2")]
    [InlineData("round(3, 1, 2)", "la fonction « round » demande de 1 à 2 valeurs entre ses parenthèses, séparées par des virgules, pas 3")]
    [InlineData("concat(’a’) + max()", "la fonction « max » demande au moins 1 valeur(s) entre ses parenthèses, séparées par des virgules, pas 0")]
    [InlineData("${total} > 3)", "une parenthèse fermante est de trop")]
    [InlineData("${total} > 0,5", "une virgule est de trop : les décimales s'écrivent avec un point (0.5)")]
    [InlineData("${total} == 3", "« == » s'écrit « = » dans une expression")]
    [InlineData("${total} > 3 AND true()", "« AND » s'écrit « and » dans une expression")]
    [InlineData("${total} > 3 ou ${women} > 3", "« ou » s'écrit « or » dans une expression")]
    [InlineData("${day} < '2020-11-12'", "« < » compare des nombres, et '2020-11-12' n'en est pas un : pour une date, écrivez date('2020-01-31') ; pour un choix, = ou !=")]
    [InlineData("${total} 3", "il manque un opérateur entre « ${total} » et « 3 » (and, or, =, +, …)")]
    [InlineData("(${total} > )", "il manque une valeur après « > »")]
    [InlineData("position(..)", "la fonction « position » ne sert que dans les répétitions et les tables d'un formulaire : un dialogue n'en a pas")]
    [InlineData("../total > 3", "« .. » n'est pas accepté dans une expression : un dialogue n'a ni groupe ni répétition ; écrivez ${nom} pour une réponse")]
    [InlineData("${total} > 3;", "le signe « ; » n'est pas accepté dans une expression")]
    [InlineData(" ", "l'expression est vide : écrivez-la ou retirez la clé")]
    public void AnAuthorsMistakeIsNamed(string expression, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<FormatException>(() => XFormExpression.Parse(expression)).Message);

    [Fact]
    public void AnExpressionThatIsTooLongOrTooDeepIsRefused()
    {
        Assert.Equal("l'expression a 4004 signes, 4000 au plus : coupez-la par des questions « calculate »", Refusal(new string(' ', 4000) + "1+11"));
        Assert.Equal("plus de 40 parenthèses l'une dans l'autre : coupez l'expression par des questions « calculate »", Refusal(new string('(', 41) + "1" + new string(')', 41)));
    }

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

    private static string Refusal(string expression) => Assert.Throws<FormatException>(() => XFormExpression.Parse(expression)).Message;
}
