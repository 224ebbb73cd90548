using System.Text.RegularExpressions;
using PbfFieldBot.Engine.Dialogs.Expressions;
using PbfFieldBot.TestKit;
using Xunit;

namespace PbfFieldBot.Engine.Tests.Dialogs.Expressions;

/// <summary>Each function as ODK's page "Form Operators and Functions" describes it, on the afternoon of 12 November 2020.</summary>
public sealed partial class OdkFunctionsTests
{
    private static readonly ExpressionScope Scope = new(
        new Dictionary<string, object> { ["n"] = 7d, ["half"] = 2.5, ["name"] = "Awa Diallo", ["langs"] = "peul dogon", ["body"] = "comité régional", ["day"] = 18577d },
        new DateTimeOffset(2020, 11, 12, 14, 30, 5, 250, TimeSpan.Zero))
    {
        Current = "  deux   mots ",
        ChoiceLabel = (list, name) => (list, name) switch { ("langs", "peul") => "Peul", ("langs", "dogon") => "Dogon", _ => null },
    };

    [Theory]
    [InlineData("if(${n} > 5, 'a', 'b')", "a")]
    [InlineData("if(${none}, 'a', 'b')", "b")]
    [InlineData("if(${none} = '', 0, ${none})", "0")]
    [InlineData("coalesce(${none}, ${name})", "Awa Diallo")]
    [InlineData("coalesce(${none}, ${none})", "")]
    [InlineData("coalesce('', '', ${n})", "7")]
    [InlineData("once('x')", "  deux   mots ")]
    public void WhatIsEmptyGivesWay(string expression, string value) => Same(expression, value);

    [Theory]
    [InlineData("${none} + 1", "NaN")]
    [InlineData("number('')", "NaN")]
    [InlineData("${none} > 0", "false")]
    [InlineData("${none} <= 5", "false")]
    [InlineData("${none} = 0", "false")]
    [InlineData("${none} != 0", "true")]
    [InlineData("${n} mod 4 + 10 div 4", "5.5")]
    [InlineData("-${n}", "-7")]
    [InlineData("0 * -1", "0")]
    [InlineData("max(1, ${none})", "NaN")]
    [InlineData("sum(1, ${none}, ${n})", "8")]
    [InlineData("count-non-empty(${n}, ${none}, ${name})", "2")]
    public void AnEmptyAnswerIsNoNumber(string expression, string value) => Same(expression, value);

    [Theory]
    [InlineData("selected(${langs}, 'peul')", "true")]
    [InlineData("selected(${langs}, 'pe')", "false")]
    [InlineData("selected(${none}, 'peul')", "false")]
    [InlineData("selected(${body}, 'comité régional')", "true")]
    [InlineData("selected-at(${langs}, 1)", "dogon")]
    [InlineData("selected-at(${langs}, 2)", "")]
    [InlineData("selected-at(${langs}, -1)", "")]
    [InlineData("selected-at(${langs}, ${none})", "")]
    [InlineData("count-selected(${none})", "0")]
    [InlineData("jr:choice-name(selected-at(${langs}, 1), '${langs}')", "Dogon")]
    [InlineData("jr:choice-name(${langs}, '${langs}')", "Peul, Dogon")]
    public void ChoicesAreWordsCountedFromZero(string expression, string value) => Same(expression, value);

    [Theory]
    [InlineData("substr(${name}, 4)", "Diallo")]
    [InlineData("substr(${name}, 0, 3)", "Awa")]
    [InlineData("substr(${name}, 8, 99)", "lo")]
    [InlineData("substr('Koro', -2)", "ro")]
    [InlineData("substring-before(${name}, ' ')", "Awa")]
    [InlineData("substring-before(${name}, 'x')", "")]
    [InlineData("substring-after(${name}, ' ')", "Diallo")]
    [InlineData("translate('bar', 'abc', 'AB')", "BAr")]
    [InlineData("string-length(${none})", "0")]
    [InlineData("string-length()", "14")]
    [InlineData("normalize-space()", "deux mots")]
    [InlineData("contains(${name}, 'awa')", "false")]
    [InlineData("starts-with(${name}, 'Awa')", "true")]
    [InlineData("ends-with(${name}, 'llo')", "true")]
    [InlineData("concat('à ', ${n}, ' h')", "à 7 h")]
    [InlineData("join(', ', 'a', 'b', 'c')", "a, b, c")]
    [InlineData("concat(“l’heure : ”, ‘x’)", "l'heure : x")]
    public void TextsAreCutAndJoined(string expression, string value) => Same(expression, value);

    [Theory]
    [InlineData("regex('abc', 'b')", "false")]
    [InlineData("regex('abc', 'a|abc')", "true")]
    [InlineData("regex('', '[0-9]*')", "true")]
    [InlineData("regex('76123456', '[5-9][0-9]{7}')", "true")]
    [InlineData("regex(concat('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '!'), '(a+)+')", "false")]
    public void APatternMatchesTheWholeAnswer(string expression, string value) => Same(expression, value);

    [Theory]
    [InlineData("int(3.9)", "3")]
    [InlineData("int(-3.9)", "-3")]
    [InlineData("round(3.5)", "4")]
    [InlineData("round(-2.5)", "-2")]
    [InlineData("round(1234.567, 1)", "1234.6")]
    [InlineData("round(1234.567, -2)", "1200")]
    [InlineData("floor(${half})", "2")]
    [InlineData("ceiling(${half})", "3")]
    [InlineData("abs(-3)", "3")]
    [InlineData("pow(2, 10)", "1024")]
    [InlineData("number('12.50')", "12.5")]
    [InlineData("number(true())", "1")]
    [InlineData("string(7 div 2)", "3.5")]
    [InlineData("boolean-from-string('yes')", "false")]
    [InlineData("boolean('non')", "true")]
    [InlineData("not(false())", "true")]
    public void NumbersAreRoundedAsOdkDoes(string expression, string value) => Same(expression, value);

    [Theory]
    [InlineData("today()", "18578")]
    [InlineData("now() > today()", "true")]
    [InlineData("date(18578) = date('2020-11-12')", "true")]
    [InlineData("date('2020-11-12T23:59:00.000+01:00')", "18578")]
    [InlineData("date('12/11/2020')", "NaN")]
    [InlineData("today() - ${day}", "1")]
    [InlineData("decimal-date-time('2020-11-12T12:00')", "18578.5")]
    [InlineData("decimal-date-time('1970-01-02')", "1")]
    [InlineData("decimal-time('18:00')", "0.75")]
    [InlineData("decimal-time('06:00:00.000-07:00')", "0.25")]
    [InlineData("decimal-time('2020-11-12T06:00:00')", "0.25")]
    [InlineData("format-date(${day}, '%d/%m/%Y')", "11/11/2020")]
    [InlineData("format-date('2020-02-03', '%e/%n/%y')", "3/2/20")]
    [InlineData("format-date(today(), '%a %e %b')", "jeu. 12 nov.")]
    [InlineData("format-date(${none}, '%d')", "")]
    [InlineData("format-date(999999999999, '%d')", "")]
    [InlineData("format-date-time(now(), '%H:%M:%S.%3')", "14:30:05.250")]
    [InlineData("format-date-time(now(), ’%h h %M’)", "14 h 30")]
    public void DatesAreDayNumbers(string expression, string value) => Same(expression, value);

    [Fact]
    public void TheAuthorsPageNamesEveryFunction()
    {
        var page = Repository.Text("dialogs/README.md");
        var listed = Name().Matches(page[page.IndexOf("Fonctions :", StringComparison.Ordinal)..page.IndexOf("Ce qui diffère d'ODK", StringComparison.Ordinal)]).Select(m => m.Groups[1].Value);
        Assert.Equal(XFormExpression.Functions.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static void Same(string expression, string value) => Assert.Equal(value, XFormExpression.Parse(expression).Text(Scope));

    [GeneratedRegex("`([a-z:-]+)`")]
    private static partial Regex Name();
}
