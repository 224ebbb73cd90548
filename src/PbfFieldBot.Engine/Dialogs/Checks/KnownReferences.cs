using PbfFieldBot.Engine.Dialogs.Expressions;
using PbfFieldBot.Engine.Dialogs.Questions;

namespace PbfFieldBot.Engine.Dialogs.Checks;

/// <summary>Each ${name} must be a question asked before (or, in a constraint, the question itself); labels may name earlier questions too.</summary>
internal static class KnownReferences
{
    public static void Check(Dialog dialog, Findings findings)
    {
        var all = dialog.Questions.SelectMany(q => q.VariableNames).Concat(DialogVariables.Always).ToHashSet(StringComparer.Ordinal);
        var before = DialogVariables.Always.ToHashSet(StringComparer.Ordinal);
        foreach (var question in dialog.Questions)
        {
            CheckExpressions(question, [question.Source.Relevant, question.Source.Default, question.Source.Calculation], all, before, findings);
            before.UnionWith(question.VariableNames);
            CheckExpressions(question, [question.Source.Constraint], all, before, findings);
        }
    }

    private static void CheckExpressions(Question question, IEnumerable<XFormExpression?> expressions, HashSet<string> all, HashSet<string> before, Findings findings)
    {
        var (file, line, column) = question.Source.At;
        foreach (var name in expressions.OfType<XFormExpression>().SelectMany(e => e.References).Where(n => !before.Contains(n)).Distinct())
        {
            if (question.VariableNames.Contains(name))
                findings.Add(ProblemCodes.ReferenceToItself, file, line, column, ("name", name));
            else if (all.Contains(name))
                findings.Add(ProblemCodes.ReferenceToLater, file, line, column, ("name", name), ("question", question.Name));
            else if (YamlKeys.Near(name, all) is { } near)
                findings.Add(ProblemCodes.UnknownReferenceNear, file, line, column, ("name", name), ("near", near));
            else
                findings.Add(ProblemCodes.UnknownReference, file, line, column, ("name", name));
        }
    }
}
