namespace PbfFieldBot.Engine.Dialogs.Checks;

/// <summary>The checks of a dialog that was read, one line each: each adds what it finds.</summary>
public static class DialogChecks
{
    public static IReadOnlyList<Action<Dialog, Findings>> All { get; } =
    [
        UniqueNames.Check,
        KnownReferences.Check,
        KnownChoices.Check,
        ReachableQuestions.Check,
        PossibleAnswers.Check,
        ShownNotes.Check,
        AskedSomething.Check,
    ];
}
