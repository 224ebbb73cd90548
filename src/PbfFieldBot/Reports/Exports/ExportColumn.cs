using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Reports.Exports;

/// <summary>One column for the answers to a question: a head count has several, every other question one.</summary>
/// <param name="Question">The question's name in its dialog.</param>
/// <param name="Name">The column's name for machines: the slot's, "participants_total".</param>
/// <param name="Title">The column's title for people.</param>
/// <param name="Type">XLSForm's word, "select_one audience".</param>
/// <param name="Label">What was asked.</param>
/// <param name="Value">Text, number, day or true of an answer; null when the answer does not say.</param>
internal sealed record ExportColumn(string Question, string Name, string Title, string Type, string Label, ChoiceList? Choices, Func<AnswerValue, object?> Value)
{
    /// <summary>The value for machines: names of choices, separated by blanks.</summary>
    public object? Raw(IReadOnlyDictionary<string, AnswerValue> answers) => answers.TryGetValue(Question, out var answer) ? Value(answer) : null;

    /// <summary>The value for people: labels of choices.</summary>
    public object? Shown(IReadOnlyDictionary<string, AnswerValue> answers) =>
        Choices is not null && answers.GetValueOrDefault(Question) is ChoicesAnswer chosen ? string.Join(", ", chosen.Names.Select(Choices.LabelOf)) : Raw(answers);
}
