using PbfFieldBot.Engine.Dialogs.Expressions;
using PbfFieldBot.Engine.Indicators.Aggregations;

namespace PbfFieldBot.Engine.Indicators;

/// <summary>
/// How an indicator adds up, as an author writes it under `counts`:
/// <code>
/// counts:
///   aggregation: sum
///   dialog: formation
///   where: "${audience} = 'parlementaires'"
///   value: "${participants_total}"
/// </code>
/// </summary>
public sealed record CountingRule(Aggregation Aggregation, string Dialog)
{
    /// <summary>Which submissions it is about; all of the dialog when null.</summary>
    public XFormExpression? Where { get; init; }

    /// <summary>The amount of one submission.</summary>
    public XFormExpression? Value { get; init; }

    /// <summary>For `ratio`: the amount that the value is a part of.</summary>
    public XFormExpression? Of { get; init; }

    public XFormExpression? Women { get; init; }

    public XFormExpression? Men { get; init; }

    public XFormExpression? Youth { get; init; }

    /// <summary>For `distinct` what is counted once, for `latest` whose state it is.</summary>
    public XFormExpression? Key { get; init; }

    /// <summary>The register whose entries the key names ("radio"): names are compared as the register compares them.</summary>
    public string? Register { get; init; }

    /// <summary>True: entries declared as supported without a submission count too, from the project's start.</summary>
    public bool Declared { get; init; }

    /// <summary>Names without which a submission is listed and adds nothing ("women").</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    public string? NeedsMessage { get; init; }

    /// <summary>What must hold for a submission to count.</summary>
    public XFormExpression? Condition { get; init; }

    public string? ConditionMessage { get; init; }

    /// <summary>Words for `explain` about a submission that counts; the empty text for none.</summary>
    public XFormExpression? Note { get; init; }

    /// <summary>Only what happened since the same key's first day here counts; null when there is no such condition.</summary>
    public SinceRule? Since { get; init; }
}

/// <summary>From when on a key counts: the first submission of a dialog that names it ("supported since").</summary>
public sealed record SinceRule(string Dialog, XFormExpression Key)
{
    public XFormExpression? Where { get; init; }

    public bool Declared { get; init; }
}

/// <summary>Which submissions give the reason for an indicator's delay: the dialog, the indicator's code and the words.</summary>
public sealed record ReasonRule(string Dialog, XFormExpression Indicator, XFormExpression Text);
