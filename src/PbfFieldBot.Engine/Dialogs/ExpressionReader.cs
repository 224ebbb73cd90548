using PbfFieldBot.Engine.Dialogs.Expressions;

namespace PbfFieldBot.Engine.Dialogs;

/// <summary>Compiles an expression that an author wrote under a key; what is wrong becomes a problem with its place.</summary>
public static class ExpressionReader
{
    /// <summary>The expression under a key; null when there is none or it cannot be used. Only a constraint may speak of "." (the answer being checked).</summary>
    public static XFormExpression? Read(YamlKeys keys, string key)
    {
        if (keys.TextItem(key) is not { } item)
            return null;
        try
        {
            var expression = XFormExpression.Parse(item.Value);
            if (expression.ImpossiblePattern is { } pattern)
                keys.Findings.Add(ProblemCodes.BadPattern, keys.File, item, ("pattern", pattern));
            if (expression.UsesCurrent && key != "constraint")
                keys.Findings.Add(ProblemCodes.DotWithoutAnswer, keys.File, item);
            return expression;
        }
        catch (FormatException problem)
        {
            keys.Findings.AddSentence(ProblemCodes.BadExpression, keys.File, item, problem.Message);
            return null;
        }
    }
}
