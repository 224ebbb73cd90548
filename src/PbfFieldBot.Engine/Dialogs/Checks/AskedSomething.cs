namespace PbfFieldBot.Engine.Dialogs.Checks;

/// <summary>A dialog must ask something.</summary>
internal static class AskedSomething
{
    public static void Check(Dialog dialog, Findings findings)
    {
        if (dialog.Questions.Count > 0 && !dialog.Questions.Any(q => q.IsAsked))
            findings.Add(ProblemCodes.NoQuestions, DialogReader.FileOf(dialog.Id), 1, 1);
    }
}
