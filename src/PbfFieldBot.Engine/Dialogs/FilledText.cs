using System.Text.RegularExpressions;
using PbfFieldBot.Engine.Dialogs.Expressions;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Dialogs;

/// <summary>Texts that speak of earlier answers: "Sur ${participants}, combien de femmes ?".</summary>
public static partial class FilledText
{
    private const string Mark = "${";

    /// <summary>The names that a text speaks of as ${name}.</summary>
    public static IEnumerable<string> References(string text) => Reference().Matches(text).Select(m => m.Groups[1].Value);

    /// <summary>True when some ${ of the text is no ${name}.</summary>
    public static bool IsBroken(string text) => text.Split(Mark).Length - 1 > Reference().Count(text);

    /// <summary>The text with each ${name} as people read it: an answer as the recap shows it, else the variable's value, else nothing.</summary>
    public static string Of(string text, Dialog dialog, IReadOnlyDictionary<string, AnswerValue> answers, Func<IReadOnlyDictionary<string, object>> variables) =>
        Replace(text, name => Shown(name, dialog, answers, variables));

    /// <summary>The text with each ${name} replaced.</summary>
    public static string Replace(string text, Func<string, string> answer) =>
        text.Contains(Mark, StringComparison.Ordinal) ? Reference().Replace(text, m => answer(m.Groups[1].Value)) : text;

    private static string Shown(string name, Dialog dialog, IReadOnlyDictionary<string, AnswerValue> answers, Func<IReadOnlyDictionary<string, object>> variables) =>
        dialog.Find(name) is { IsAsked: true } question
            ? answers.TryGetValue(name, out var value) ? question.Show(value) : ""
            : OdkFunctions.Text(variables().GetValueOrDefault(name, ""));

    [GeneratedRegex(@"\$\{ *([A-Za-z_][A-Za-z0-9_]*) *\}")]
    private static partial Regex Reference();
}
