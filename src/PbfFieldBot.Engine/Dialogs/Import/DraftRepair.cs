using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Engine.Dialogs.Import;

/// <summary>Checks the dialog made of a form as authors' dialogs are checked, and leaves out what does not pass, saying why, until all does.</summary>
internal sealed class DraftRepair(DraftDialog dialog, List<ImportNote> notes, PhraseFile say)
{
    // Without these keys a question says or asks less, but stands; without the others it does not.
    private static readonly string[] Removable = ["hint", "relevant", "constraint", "constraint_message", "required_message", "default", "title"];

    /// <summary>The text of the dialogue.yaml.</summary>
    public string Run()
    {
        while (true)
        {
            var (yaml, lines) = dialog.Write();
            var file = DialogReader.FileOf(dialog.Id);
            var findings = new Findings();
            DialogReader.Read(dialog.Id, new Dictionary<string, string> { [file] = yaml }, findings);
            var mended = new HashSet<DraftQuestion>();
            foreach (var problem in findings.Problems)
                if (lines.TryGetValue(problem.Line, out var place) && mended.Add(place.Question))
                    LeaveOut(place.Question, place.Key, problem);
            if (mended.Count == 0)
                return yaml;
        }
    }

    private void LeaveOut(DraftQuestion question, string key, Problem problem)
    {
        if (Removable.Contains(key) && question[key].Length > 0 && problem.Code != ProblemCodes.Unreachable)
        {
            question[key] = "";
            if (key == "constraint")
                question["constraint_message"] = "";
            Note(question, "key_left_out", key, problem, refused: false);
            return;
        }

        // What would never be asked is not missed.
        var missed = question.Required && problem.Code != ProblemCodes.Unreachable;
        dialog.Questions.Remove(question);
        Note(question, missed ? "question_left_out_required" : "question_left_out", key, problem, missed);
    }

    private void Note(DraftQuestion question, string sentence, string key, Problem problem, bool refused) =>
        notes.Add(new ImportNote("survey", question.Row, say.Text(sentence, ("name", question.FormName), ("key", key), ("problem", problem.Message)), refused));
}
