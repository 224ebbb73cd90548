using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Indicators;

/// <summary>What a submission adds to which indicators. Pure: the same submission always gives the same contributions; whether they count yet is its review's affair.</summary>
public static class RollUp
{
    /// <summary>The names that rules may use besides the dialog's questions: the p-codes of the activity's cercle (or region) and region, and who reports.</summary>
    public static IReadOnlyList<string> AlwaysKnown { get; } = ["area", "region", "reporter_kind", "reporter_organisation"];

    /// <summary>The contributions of a submission, with the dialog that it was made by.</summary>
    public static IReadOnlyList<Contribution> Of(Submission submission, Dialog dialog, ResultsFramework framework)
    {
        var facts = new SubmissionFacts(submission, dialog);
        List<Contribution> contributions = [];
        foreach (var indicator in framework.Indicators)
        {
            if (indicator.Counts is not { } rule)
                continue;
            if (rule.Dialog == submission.Kind)
                contributions.AddRange(Counted(indicator, rule, facts));
            if (rule.Since is { } since && since.Dialog == submission.Kind && facts.Holds(since.Where) && Key(since.Key, rule.Register, facts) is { Length: > 0 } key)
                contributions.Add(facts.Contribution(indicator.Code, Parts.Since) with { Key = key, Value = 1 });
        }

        if (framework.Reasons is { } reasons && reasons.Dialog == submission.Kind && facts.Text(reasons.Indicator) is { Length: > 0 } code)
            contributions.Add(facts.Contribution(code, Parts.Reason) with { Note = facts.Text(reasons.Text) });
        return contributions;
    }

    /// <summary>What a register's entry adds that was declared as supported without a submission: since the project's start.</summary>
    public static IReadOnlyList<Contribution> OfDeclared(string register, string key, string area, ResultsFramework framework) =>
        [.. framework.Indicators
            .Where(i => i.Counts is { } rule && rule.Register == register && (rule.Declared || rule.Since is { Declared: true }))
            .Select(i => new Contribution(i.Code, i.Counts!.Declared ? Parts.Main : Parts.Since, framework.Project.Start, area, key, 1, null, null, null, null))];

    private static IEnumerable<Contribution> Counted(Indicator indicator, CountingRule rule, SubmissionFacts facts)
    {
        if (!facts.Holds(rule.Where))
            yield break;
        var plain = facts.Contribution(indicator.Code, Parts.Main) with { Key = Key(rule.Key, rule.Register, facts), Note = rule.Note is null ? null : NullIfEmpty(facts.Text(rule.Note)) };
        if (rule.Needs.Any(name => !facts.Has(name)) || (rule.Key is not null && plain.Key.Length == 0))
        {
            yield return plain with { Part = Parts.Listed, Note = rule.NeedsMessage };
            yield break;
        }

        if (!facts.Holds(rule.Condition))
        {
            yield return plain with { Part = rule.Aggregation.UnmetTakesPlace ? Parts.Main : Parts.Listed, Note = rule.ConditionMessage };
            yield break;
        }

        if ((rule.Value is null ? 1 : facts.Number(rule.Value)) is not { } value)
        {
            yield return plain with { Part = Parts.Listed, Note = rule.NeedsMessage };
            yield break;
        }

        yield return WithPeople(plain, rule, facts, value);
        if (rule.Of is not null && facts.Number(rule.Of) is { } whole)
            yield return plain with { Part = Parts.Of, Value = whole, Note = null };
    }

    // People who had been trained before may outnumber those in the room by a slip of the finger: nobody is subtracted from what was reached.
    private static Contribution WithPeople(Contribution plain, CountingRule rule, SubmissionFacts facts, decimal value)
    {
        if (rule.Aggregation is not Aggregations.Sum)
            return plain with { Value = value };
        var added = Math.Max(0, value);
        int? Within(Dialogs.Expressions.XFormExpression? part) =>
            part is not null && facts.Number(part) is { } number && number >= 0 && number <= added && number == Math.Truncate(number) ? (int)number : null;
        return plain with { Value = added, Women = Within(rule.Women), Men = Within(rule.Men), Youth = Within(rule.Youth) };
    }

    private static string Key(Dialogs.Expressions.XFormExpression? key, string? register, SubmissionFacts facts)
    {
        var text = key is null ? "" : facts.Text(key);
        return register is null ? text : RegisterKey.Of(register, text);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
