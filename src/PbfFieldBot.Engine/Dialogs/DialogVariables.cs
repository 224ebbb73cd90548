using PbfFieldBot.Engine.Dialogs.Expressions;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Dialogs;

/// <summary>What expressions may refer to: who reports (reporter_kind, reporter_organisation, reporter_area), the answers, and what is calculated from them.</summary>
public static class DialogVariables
{
    /// <summary>Names that are always there, whatever the dialog asks.</summary>
    public static IReadOnlyList<string> Always { get; } = ["reporter_kind", "reporter_organisation", "reporter_area"];

    /// <summary>All variables of a set of answers; a question without an answer gives none (the empty text in expressions).</summary>
    public static IReadOnlyDictionary<string, object> Of(Dialog dialog, IReadOnlyDictionary<string, AnswerValue> answers, string? kind, string? organisation, string? area, DateTimeOffset now)
    {
        var variables = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["reporter_kind"] = kind ?? "",
            ["reporter_organisation"] = organisation ?? "",
            ["reporter_area"] = area ?? "",
        };
        foreach (var question in dialog.Questions)
        {
            if (answers.TryGetValue(question.Name, out var value))
                foreach (var (name, variable) in question.Variables(value))
                    variables[name] = variable;
            if (question is CalculateQuestion { Source.Calculation: { } calculation })
                variables[question.Name] = calculation.Text(new ExpressionScope(variables, now) { ChoiceLabel = dialog.ChoiceLabel });
        }

        return variables;
    }
}
