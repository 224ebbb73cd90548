using PbfFieldBot.Engine.Dialogs.Questions;

namespace PbfFieldBot.Engine.Dialogs.Checks;

/// <summary>A note is shown with the question after it; after the last one it would never be seen.</summary>
internal static class ShownNotes
{
    public static void Check(Dialog dialog, Findings findings)
    {
        foreach (var note in dialog.Questions.Reverse().TakeWhile(q => !q.IsAsked).OfType<NoteQuestion>())
            findings.Add(ProblemCodes.NoteNeverShown, note.Source.At.File, note.Source.At.Line, note.Source.At.Column);
    }
}
