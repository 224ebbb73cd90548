using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Dialogs.Checks;
using PbfFieldBot.Engine.Dialogs.Expressions;
using PbfFieldBot.Engine.Indicators.Aggregations;

namespace PbfFieldBot.Engine.Indicators;

/// <summary>Reads `counts` of an indicator, `since` within it, and `reasons`: expressions are compiled and their references looked up in the dialog they are about.</summary>
internal sealed class CountingRuleReader(string file, IReadOnlyList<Dialog> dialogs, Findings findings)
{
    private static readonly string[] Registers = ["organisation", "radio", "recommandation"];

    private static readonly string[] Keys =
    [
        "aggregation", "dialog", "where", "value", "of", "women", "men", "youth", "key", "register", "declared", "needs", "needs_message", "condition", "condition_message", "note", "since",
    ];

    /// <summary>The rule of an indicator; null when it cannot be used.</summary>
    public CountingRule? Read(YamlKeys indicator)
    {
        if (indicator.InnerMap("counts") is not { } map)
        {
            if (indicator.IsMissing("counts"))
                findings.Add(ProblemCodes.MissingKey, file, indicator.Map, ("key", "counts"));
            return null;
        }

        var keys = new YamlKeys(map, file, findings, Keys).OnlyKnown();
        var aggregation = Aggregation(keys);
        if (DialogOf(keys) is not { } dialog || aggregation is null)
            return null;
        CheckNeededKeys(keys, aggregation);
        return new CountingRule(aggregation, dialog.Id)
        {
            Where = Expression(keys, "where", dialog),
            Value = Expression(keys, "value", dialog),
            Of = Expression(keys, "of", dialog),
            Women = Expression(keys, "women", dialog),
            Men = Expression(keys, "men", dialog),
            Youth = Expression(keys, "youth", dialog),
            Key = Expression(keys, "key", dialog),
            Register = Register(keys),
            Declared = keys.Flag("declared"),
            Needs = Needs(keys, dialog),
            NeedsMessage = Message(keys, "needs"),
            Condition = Expression(keys, "condition", dialog),
            ConditionMessage = Message(keys, "condition"),
            Note = Expression(keys, "note", dialog),
            Since = keys.InnerMap("since") is { } since ? ReadSince(since) : null,
        };
    }

    /// <summary>`reasons`; null when it cannot be used.</summary>
    public ReasonRule? ReadReasons(YamlMap map)
    {
        var keys = new YamlKeys(map, file, findings, "dialog", "indicator", "text").OnlyKnown();
        keys.RequiredText("indicator");
        keys.RequiredText("text");
        if (DialogOf(keys) is not { } dialog)
            return null;
        return Expression(keys, "indicator", dialog) is { } indicator && Expression(keys, "text", dialog) is { } text ? new ReasonRule(dialog.Id, indicator, text) : null;
    }

    private SinceRule? ReadSince(YamlMap map)
    {
        var keys = new YamlKeys(map, file, findings, "dialog", "where", "key", "declared").OnlyKnown();
        keys.RequiredText("key");
        if (DialogOf(keys) is not { } dialog || Expression(keys, "key", dialog) is not { } key)
            return null;
        return new SinceRule(dialog.Id, key) { Where = Expression(keys, "where", dialog), Declared = keys.Flag("declared") };
    }

    private Aggregation? Aggregation(YamlKeys keys)
    {
        keys.RequiredText("aggregation");
        if (keys.TextItem("aggregation") is not { } item)
            return null;
        if (AggregationTypes.Find(item.Value) is { } aggregation)
            return aggregation;
        var known = AggregationTypes.All.Select(a => a.Keyword).ToList();
        if (YamlKeys.Near(item.Value, known) is { } near)
            findings.Add(ProblemCodes.UnknownAggregationNear, file, item, ("name", item.Value), ("near", near));
        else
            findings.Add(ProblemCodes.UnknownAggregation, file, item, ("name", item.Value), ("known", string.Join(", ", known)));
        return null;
    }

    private Dialog? DialogOf(YamlKeys keys)
    {
        keys.RequiredText("dialog");
        if (keys.TextItem("dialog") is not { } item)
            return null;
        if (dialogs.FirstOrDefault(d => d.Id == item.Value) is { } dialog)
            return dialog;
        if (findings.IsBroken(DialogReader.FileOf(item.Value)))
            return null;
        if (YamlKeys.Near(item.Value, dialogs.Select(d => d.Id)) is { } near)
            findings.Add(ProblemCodes.UnknownDialogNear, file, item, ("name", item.Value), ("near", near));
        else
            findings.Add(ProblemCodes.UnknownDialog, file, item, ("name", item.Value));
        return null;
    }

    private void CheckNeededKeys(YamlKeys keys, Aggregation aggregation)
    {
        foreach (var needed in aggregation.NeededKeys.Where(n => n.Split('|').All(k => keys.Map[k] is null)))
            findings.Add(ProblemCodes.AggregationNeedsKey, file, keys.Map, ("aggregation", aggregation.Keyword), ("key", needed.Replace("|", ", ", StringComparison.Ordinal)));
    }

    private string? Register(YamlKeys keys) => keys.TextItem("register") is null ? null : keys.OneOf("register", Registers);

    // What adds nothing must be able to say why.
    private string? Message(YamlKeys keys, string key)
    {
        if (keys.Map[key] is { } item && keys.Text(key + "_message") is null)
            findings.Add(ProblemCodes.MissingMessage, file, item, ("key", key));
        return keys.Text(key + "_message");
    }

    private IReadOnlyList<string> Needs(YamlKeys keys, Dialog dialog)
    {
        var names = keys.Texts("needs");
        foreach (var name in names)
            CheckReference(name.Value, name, dialog);
        return [.. names.Select(n => n.Value)];
    }

    private XFormExpression? Expression(YamlKeys keys, string key, Dialog dialog)
    {
        if (ExpressionReader.Read(keys, key) is not { } expression)
            return null;
        var item = keys.TextItem(key)!;
        foreach (var name in expression.References)
            CheckReference(name, item, dialog);
        KnownChoices.Check(dialog, null, expression, (code, values) => findings.Add(code, file, item, values));
        return expression;
    }

    private void CheckReference(string name, YamlText item, Dialog dialog)
    {
        var known = dialog.Questions.SelectMany(q => q.VariableNames).Concat(RollUp.AlwaysKnown).ToList();
        // What a broken dialog asks is not known: its own problems say what to mend.
        if (known.Contains(name) || findings.IsBroken(DialogReader.FileOf(dialog.Id)))
            return;
        if (YamlKeys.Near(name, known) is { } near)
            findings.Add(ProblemCodes.UnknownQuestionNear, file, item, ("name", name), ("dialog", dialog.Id), ("near", near));
        else
            findings.Add(ProblemCodes.UnknownQuestion, file, item, ("name", name), ("dialog", dialog.Id));
    }
}
