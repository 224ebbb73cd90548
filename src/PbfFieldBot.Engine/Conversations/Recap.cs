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

    /// <summary>The lines of the answers that differ, each with what stood there before.</summary>
    public static string Changes(Dialog dialog, IReadOnlyDictionary<string, AnswerValue> before, IReadOnlyDictionary<string, AnswerValue> after) =>
        string.Join('\n', Changed(dialog, before, after)
            .Select(q => BotPhrases.File.Text("recap.changed", ("title", q.Title), ("answer", Shown(q, after)), ("before", Shown(q, before)))));

    /// <summary>The lines of the answers that another set replaced, as they stood before.</summary>
    public static string Replaced(Dialog dialog, IReadOnlyDictionary<string, AnswerValue> before, IReadOnlyDictionary<string, AnswerValue> after) =>
        string.Join('\n', Changed(dialog, before, after).Select(q => BotPhrases.File.Text("recap.line", ("title", q.Title), ("answer", Shown(q, before)))));

    private static IEnumerable<Question> Changed(Dialog dialog, IReadOnlyDictionary<string, AnswerValue> before, IReadOnlyDictionary<string, AnswerValue> after) =>
        dialog.Questions.Where(q => q.IsAsked && !Equals(before.GetValueOrDefault(q.Name), after.GetValueOrDefault(q.Name)));

    private static string Shown(Question question, IReadOnlyDictionary<string, AnswerValue> answers) =>
        answers.TryGetValue(question.Name, out var value) ? question.Show(value) : BotPhrases.File.Text("recap.empty");

    private static string Line(Question question, AnswerValue value) =>
        BotPhrases.File.Text("recap.line", ("title", question.Title), ("answer", question.Show(value)));
}
