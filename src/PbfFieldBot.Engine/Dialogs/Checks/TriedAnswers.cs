using System.Globalization;
using PbfFieldBot.Engine.Dialogs.Expressions;
using PbfFieldBot.Engine.Dialogs.Questions;

namespace PbfFieldBot.Engine.Dialogs.Checks;

/// <summary>
/// Tries whether a condition can ever hold, over the answers that it can tell apart: each choice, and numbers at, below, above and between those it names.
/// Where a condition does more than compare answers with what stands in it, it is taken to be possible.
/// </summary>
internal sealed class TriedAnswers
{
    private readonly Dialog dialog;
    private readonly List<string> names = [];
    private readonly Dictionary<string, List<object>> values = new(StringComparer.Ordinal);
    private readonly HashSet<XFormExpression> gathered = [];

    private TriedAnswers(Dialog dialog) => this.dialog = dialog;

    /// <summary>False when no answers make the condition true. "." of a constraint is tried as <paramref name="asked"/>.</summary>
    public static bool CanHold(Dialog dialog, XFormExpression condition, Question? asked = null) => new TriedAnswers(dialog).CanHold(condition, asked);

    private bool CanHold(XFormExpression condition, Question? asked)
    {
        if (!Gather(condition, asked))
            return true;
        var combinations = names.Aggregate(1d, (all, name) => all * values[name].Count);
        return combinations > Limits.TriedAnswers || Try(condition, 0, new Dictionary<string, object>(StringComparer.Ordinal));
    }

    // The answers that the condition speaks of, and those on which their own being asked depends. False when it says too much to be tried.
    private bool Gather(XFormExpression condition, Question? asked)
    {
        if (!gathered.Add(condition))
            return true;
        var (found, nothingElse) = ExpressionComparison.In(condition.Tokens);
        var onlySelects = condition.References.All(r => dialog.Find(r) is SelectOneQuestion) && !condition.UsesCurrent;
        if (!nothingElse && !onlySelects)
            return false;
        foreach (var name in condition.UsesCurrent ? condition.References.Append(ExpressionTranslation.Current) : condition.References)
        {
            if (dialog.Questions.Any(q => q is CalculateQuestion && q.Name == name))
                return false;
            var question = name == ExpressionTranslation.Current ? asked : dialog.Find(name);
            if (question is not null && question != asked && question.Source.Relevant is { } relevant && !names.Contains(name) && (IsOnLater(relevant, question) || !Gather(relevant, null)))
                return false;
            Add(name, question, found);
        }

        return true;
    }

    // A condition on what comes later is refused elsewhere.
    private bool IsOnLater(XFormExpression condition, Question question) =>
        condition.References.Any(r => !dialog.Questions.TakeWhile(q => q != question).Any(q => q.VariableNames.Contains(r)) && !DialogVariables.Always.Contains(r));

    private void Add(string name, Question? question, IReadOnlyList<ExpressionComparison> found)
    {
        if (!values.TryGetValue(name, out var list))
        {
            names.Add(name);
            values[name] = list = question is SelectOneQuestion or SelectMultipleQuestion ? [.. question.Buttons.Select(c => c.Name)] : ["?"];
            if (question is SelectMultipleQuestion)
                list.Add(string.Join(' ', question.Buttons.Select(c => c.Name)));
            if (name != ExpressionTranslation.Current)
                list.Add("");
        }

        foreach (var literal in found.Where(f => f.Name == name).Select(f => f.Literal))
            foreach (var value in Around(literal).Where(v => question is not (SelectOneQuestion or SelectMultipleQuestion) && !list.Contains(v)))
                list.Add(value);
    }

    private static IEnumerable<object> Around(ExpressionToken literal)
    {
        if (literal.Kind is TokenKind.Text)
            yield return literal.Bare;
        if (double.TryParse(literal.Bare, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            foreach (var step in new[] { 0, -0.5, 0.5, -1, 1 })
                yield return number + step;
    }

    // A question that is not asked has no answer; the order of the questions is the order in which they are tried.
    private bool Try(XFormExpression condition, int at, Dictionary<string, object> tried)
    {
        if (at == names.Count)
            return condition.IsTrue(Scope(tried));
        var name = names[at];
        var asked = dialog.Find(name)?.Source.Relevant is not { } relevant || relevant.IsTrue(Scope(tried));
        foreach (var value in asked ? values[name] : [""])
        {
            tried[name] = value;
            if (Try(condition, at + 1, tried))
                return true;
        }

        tried.Remove(name);
        return false;
    }

    private static ExpressionScope Scope(Dictionary<string, object> tried) =>
        new(tried, DateTimeOffset.UnixEpoch) { Current = tried.GetValueOrDefault(ExpressionTranslation.Current) };
}
