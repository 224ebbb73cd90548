namespace PbfFieldBot.Engine.Dialogs.Checks;

/// <summary>Two questions may not have the same name, and none a name that means something else: who reports, a part of the participants, a word of written conversations.</summary>
internal static class UniqueNames
{
    private static readonly string[] OfConversations = ["confirm", "same_event", "other"];

    public static void Check(Dialog dialog, Findings findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var question in dialog.Questions)
        {
            if (seen.Contains(question.Name) || question.VariableNames.Any(seen.Contains))
                findings.Add(ProblemCodes.DoubledQuestion, question.Source, "name", ("name", question.Name));
            seen.Add(question.Name);
            seen.UnionWith(question.VariableNames);
            if (DialogVariables.Always.Contains(question.Name) || OfConversations.Contains(question.Name))
                findings.Add(ProblemCodes.ReservedName, question.Source, "name", ("name", question.Name));
        }
    }
}
