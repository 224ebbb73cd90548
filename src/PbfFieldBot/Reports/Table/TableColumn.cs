using System.Text.RegularExpressions;
using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Reports.Table;

/// <summary>The columns of the report's indicator table that matter.</summary>
internal enum TableColumn
{
    Indicator,
    Baseline,
    Target,
    Milestone,
    Current,
    Reason,
}

/// <summary>Tells a column by its header, in French or English and in the words of several templates.</summary>
internal static partial class ColumnHeads
{
    private const int LongestHead = 200;

    /// <summary>What a header cell is about; null for none of the table's columns.</summary>
    public static TableColumn? Of(string text)
    {
        var head = Folding.Fold(text);
        if (head.Length is 0 or > LongestHead || IndicatorName.Of(text) is not null)
            return null;
        return Current().IsMatch(head) ? TableColumn.Current
            : Reason().IsMatch(head) ? TableColumn.Reason
            : Milestone().IsMatch(head) ? TableColumn.Milestone
            : Target().IsMatch(head) ? TableColumn.Target
            : Baseline().IsMatch(head) ? TableColumn.Baseline
            : Indicator().IsMatch(head) ? TableColumn.Indicator
            : null;
    }

    [GeneratedRegex(@"\bprogr(es|ess)\b.*\b(actuels?|indicateurs?|ce jour|cumules?|realises?|current|indicators?|date|achieved|so far)\b|\bcurrent\b.*\b(progress|value|status|achievement)\b|\b(valeur|situation|niveau|realisation)s? actuel(le)?s?\b|\b(realisations?|realise|achievements?|achieved)\b.*\b(ce jour|date)\b")]
    private static partial Regex Current();

    [GeneratedRegex(@"\b(raisons?|reasons?|justifications?|retards?|delays?|variances?)\b")]
    private static partial Regex Reason();

    [GeneratedRegex(@"\b(etapes?|milestones?|jalons?)\b")]
    private static partial Regex Milestone();

    [GeneratedRegex(@"\b(cibles?|targets?)\b")]
    private static partial Regex Target();

    [GeneratedRegex(@"\b(bases?|baselines?|reference)\b")]
    private static partial Regex Baseline();

    [GeneratedRegex(@"\b(indicateurs?|indicators?)\b")]
    private static partial Regex Indicator();
}
