using PbfFieldBot.Engine.Dialogs.Expressions;
using PbfFieldBot.Engine.Dialogs.Questions;

namespace PbfFieldBot.Engine.Dialogs.Checks;

/// <summary>
/// A question whose `relevant` can never hold is unreachable: a constant that is false, a choice that its list does not have, or a condition on a question that is itself unreachable.
/// </summary>
internal static class ReachableQuestions
{
    public static void Check(Dialog dialog, Findings findings)
    {
        foreach (var question in dialog.Questions.Where(q => q.Source.Relevant is not null))
        {
            if (!CanHold(dialog, question.Source.Relevant!))
                findings.Add(ProblemCodes.Unreachable, question.Source.At.File, question.Source.At.Line, question.Source.At.Column, ("name", question.Name));
        }
    }

    // With no reference the value is constant; with one select question each of its choices (and no answer) is tried.
    private static bool CanHold(Dialog dialog, XFormExpression relevant)
    {
        var scope = new ExpressionScope(new Dictionary<string, object>(), DateTimeOffset.UnixEpoch);
        if (relevant.References.Count == 0)
            return relevant.IsTrue(scope);
        if (relevant.References is not [var name] || dialog.Find(name) is not SelectOneQuestion select)
            return true;
        return select.Buttons.Select(c => c.Name).Append("")
            .Any(value => relevant.IsTrue(scope with { Variables = new Dictionary<string, object> { [name] = value } }));
    }
}
