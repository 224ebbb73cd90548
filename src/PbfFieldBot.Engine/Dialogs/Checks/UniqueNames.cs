namespace PbfFieldBot.Engine.Dialogs.Checks;

/// <summary>Two questions may not have the same name, and none the name of what is always there.</summary>
internal static class UniqueNames
{
    public static void Check(Dialog dialog, Findings findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var question in dialog.Questions)
        {
            var (file, line, column) = question.Source.At;
            if (!seen.Add(question.Name))
                findings.Add(ProblemCodes.DoubledQuestion, file, line, column, ("name", question.Name));
            if (DialogVariables.Always.Contains(question.Name))
                findings.Add(ProblemCodes.ReservedName, file, line, column, ("name", question.Name));
        }
    }
}
