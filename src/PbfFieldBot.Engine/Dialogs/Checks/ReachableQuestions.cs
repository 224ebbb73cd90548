namespace PbfFieldBot.Engine.Dialogs.Checks;

/// <summary>A question whose `relevant` can never hold is unreachable.</summary>
internal static class ReachableQuestions
{
    public static void Check(Dialog dialog, Findings findings)
    {
        foreach (var question in dialog.Questions.Where(q => q.Source.Relevant is { } relevant && !findings.IsBroken(q.Source, "relevant") && !TriedAnswers.CanHold(dialog, relevant)))
            findings.Add(ProblemCodes.Unreachable, question.Source, "relevant", ("name", question.Name));
    }
}
