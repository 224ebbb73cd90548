using PbfFieldBot.Engine;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Reports.Table;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Import;

/// <summary>What last year's report changes in the framework: labels, baseline, target, milestone, reason, and the opening value with the report's day.</summary>
internal static class FrameworkChanges
{
    /// <summary>All changes, in the framework's order; none when the file already says what the report says.</summary>
    public static IReadOnlyList<FieldChange> Of(ResultsFramework framework, ImportedReport report, DateOnly day)
    {
        List<FieldChange> changes = [];
        foreach (var result in framework.Results)
            if (report.Indicators.FirstOrDefault(i => i.Parent == result.Name && i.ParentLabel.Length > 0) is { } under)
                Text(changes, result.Name, "label", result.Label, under.ParentLabel);
        foreach (var indicator in framework.Indicators)
            if (report.Indicators.FirstOrDefault(i => i.Code == indicator.Code) is { } read)
                changes.AddRange(Of(indicator, read, report, day));
        return changes;
    }

    private static List<FieldChange> Of(Indicator indicator, ImportedIndicator read, ImportedReport report, DateOnly day)
    {
        List<FieldChange> changes = [];
        Text(changes, indicator.Code, "label", indicator.Label, read.Label);
        if (read.Target is { IsPercent: true } && indicator.Unit is not IndicatorUnit.Percent)
            changes.Add(new FieldChange(indicator.Code, "unit", UnitName(indicator.Unit), UnitName(IndicatorUnit.Percent)));
        Number(changes, indicator.Code, "baseline", indicator.Baseline, read.Baseline?.Number);
        Number(changes, indicator.Code, "target", indicator.Target, read.Target?.Number);
        Text(changes, indicator.Code, "milestone", indicator.Milestone.Text, read.Milestone);
        MilestoneOf(changes, indicator, read);
        Text(changes, indicator.Code, "reason", indicator.Reason, read.Reason);
        if (read.Current is { } current)
            Opening(changes, indicator, current, day, AppPhrases.Text("report.import.source", ("words", report.DayWords.Length > 0 ? report.DayWords : YamlEdits.Day(day)), ("value", read.CurrentText)));
        return changes;
    }

    // A milestone that is nothing but a number needs no second key.
    private static void MilestoneOf(List<FieldChange> changes, Indicator indicator, ImportedIndicator read)
    {
        var known = IsBareNumber(indicator.Milestone.Text) ? null : indicator.Milestone.Number;
        var wanted = IsBareNumber(read.Milestone) ? null : read.MilestoneNumber;
        if (known != wanted)
            changes.Add(new FieldChange(indicator.Code, "milestone_number", Plain(known), wanted is null ? null : Plain(wanted)));
    }

    private static void Opening(List<FieldChange> changes, Indicator indicator, EntryValue current, DateOnly day, string source)
    {
        var opening = indicator.Opening;
        var men = current.Men ?? (current.Women is { } women ? (int?)(current.Number - women) : null);
        Number(changes, indicator.Code, "opening.value", opening.Value, current.Number);
        Optional(changes, indicator.Code, "opening.women", opening.Women, indicator.BySexAndAge ? current.Women : null);
        Optional(changes, indicator.Code, "opening.men", opening.Men, indicator.BySexAndAge ? men : null);
        Optional(changes, indicator.Code, "opening.youth", opening.Youth, indicator.BySexAndAge ? current.Youth : null);
        if (opening.Date != day)
            changes.Add(new FieldChange(indicator.Code, "opening.date", YamlEdits.Day(opening.Date), YamlEdits.Day(day)));
        if (opening.Source != source)
            changes.Add(new FieldChange(indicator.Code, "opening.source", opening.Source, source));
    }

    private static void Text(List<FieldChange> changes, string name, string field, string old, string read)
    {
        if (old.Trim().Normalize() != read.Normalize() && (read.Length > 0 || field is "reason"))
            changes.Add(new FieldChange(name, field, old, read.Length == 0 ? null : read));
    }

    private static void Number(List<FieldChange> changes, string name, string field, decimal old, decimal? read)
    {
        if (read is { } number && number != old)
            changes.Add(new FieldChange(name, field, Plain(old), Plain(number)));
    }

    private static void Optional(List<FieldChange> changes, string name, string field, int? old, int? read)
    {
        if (old != read)
            changes.Add(new FieldChange(name, field, Plain(old), read is null ? null : Plain(read)));
    }

    private static bool IsBareNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static string UnitName(IndicatorUnit unit) => unit switch { IndicatorUnit.Percent => "pourcent", IndicatorUnit.YesNo => "oui_non", _ => "nombre" };

    private static string Plain(decimal? number) => number is { } value ? YamlEdits.Number(value) : "";
}
