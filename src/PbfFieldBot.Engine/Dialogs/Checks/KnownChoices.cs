using PbfFieldBot.Engine.Dialogs.Expressions;
using PbfFieldBot.Engine.Dialogs.Questions;

namespace PbfFieldBot.Engine.Dialogs.Checks;

/// <summary>A text that an expression holds against a select question must be one of its choices: ${audience} = 'comite' is never true when the choice is called comites.</summary>
public static class KnownChoices
{
    internal static void Check(Dialog dialog, Findings findings)
    {
        foreach (var question in dialog.Questions)
        {
            var source = question.Source;
            foreach (var (key, expression) in new[] { ("relevant", source.Relevant), ("constraint", source.Constraint), ("calculation", source.Calculation), ("default", source.Default) })
                Check(dialog, question, expression, (code, values) => findings.Add(code, source, key, values));
        }
    }

    /// <summary>Checks one expression about a dialog's answers; <paramref name="asked"/> is the question that "." stands for, <paramref name="add"/> takes what is wrong.</summary>
    public static void Check(Dialog dialog, Question? asked, XFormExpression? expression, Action<string, (string, object?)[]> add)
    {
        foreach (var comparison in ExpressionComparison.In(expression?.Tokens ?? []).Found.Where(c => c.Equality && c.Literal.Kind is TokenKind.Text && c.Literal.Bare.Length > 0))
        {
            var question = comparison.Name == ExpressionTranslation.Current ? asked : dialog.Find(comparison.Name);
            if (question is not (SelectOneQuestion or SelectMultipleQuestion) || question.Buttons.Count == 0)
                continue;
            var names = question.Buttons.Select(c => c.Name).ToList();
            var choice = comparison.Literal.Bare;
            if (names.Contains(choice))
                continue;
            if (YamlKeys.Near(choice, names) is { } near)
                add(ProblemCodes.UnknownChoiceNear, [("choice", choice), ("question", question.Name), ("near", near)]);
            else
                add(ProblemCodes.UnknownChoice, [("choice", choice), ("question", question.Name), ("known", string.Join(", ", names))]);
        }
    }
}
