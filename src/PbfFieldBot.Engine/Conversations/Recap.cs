using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>The answers of a report as people read them: one line each, in the order of the dialog.</summary>
public static class Recap
{
    /// <summary>The lines of all answers.</summary>
    public static string Text(Dialog dialog, IReadOnlyDictionary<string, AnswerValue> answers) =>
        string.Join('\n', dialog.Questions.Where(q => q.IsAsked && answers.ContainsKey(q.Name)).Select(q => Line(q, answers[q.Name])));

    private static string Line(Question question, AnswerValue value) =>
        BotPhrases.File.Text("recap.line", ("title", question.Title), ("answer", question.Show(value)));
}
