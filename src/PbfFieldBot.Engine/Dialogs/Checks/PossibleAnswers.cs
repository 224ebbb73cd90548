using System.Globalization;
using PbfFieldBot.Engine.Dialogs.Expressions;
using PbfFieldBot.Engine.Dialogs.Questions;

namespace PbfFieldBot.Engine.Dialogs.Checks;

/// <summary>Some answer must satisfy each constraint, and a default that is a plain value must be an answer to its question.</summary>
internal static class PossibleAnswers
{
    public static void Check(Dialog dialog, Findings findings)
    {
        foreach (var question in dialog.Questions)
        {
            if (question.Source.Constraint is { } constraint && !TriedAnswers.CanHold(dialog, constraint, question))
                findings.Add(ProblemCodes.ImpossibleConstraint, question.Source, "constraint");
            if (question.Source.Default is { Tokens: [{ Kind: TokenKind.Text or TokenKind.Number } value] } && value.Bare.Length > 0 && !IsAnswer(question, value.Bare))
                findings.Add(ProblemCodes.ImpossibleDefault, question.Source, "default", ("value", value.Bare));
        }
    }

    private static bool IsAnswer(Question question, string value) => question switch
    {
        SelectOneQuestion or SelectMultipleQuestion when question.Source.Choices is { Choices.Count: > 0 } list => ChoiceWords.Exact(list, value) is not null,
        IntegerQuestion => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        DecimalQuestion => decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        ImageQuestion or GeopointQuestion => false,
        _ => true,
    };
}
