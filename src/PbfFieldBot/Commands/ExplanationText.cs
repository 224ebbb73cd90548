using System.Globalization;
using System.Text;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Indicators;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Commands;

/// <summary>What stands behind a value, in plain French lines.</summary>
internal static class ExplanationText
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static string Of(Explanation explanation, DialogCatalog catalog)
    {
        var (indicator, value) = (explanation.Indicator, explanation.Value);
        var text = new StringBuilder();
        text.AppendLine(indicator.Code + "  " + indicator.Label);
        text.AppendLine(Say("place", ("parent", indicator.Parent), ("baseline", Display.Of(indicator, indicator.Baseline, null)), ("target", Display.Of(indicator, indicator.Target, null)), ("milestone", indicator.Milestone.Text)));
        text.AppendLine();
        text.AppendLine(Say("value", ("display", value.Display)) + (indicator.BySexAndAge ? Say("by_sex", ("women", Known(value.Women)), ("men", Known(value.Men)), ("youth", Known(value.Youth))) : ""));
        if (value.Pending > 0)
            text.AppendLine(Say("pending_value", ("number", value.Pending.ToString("#,0.##", French))));
        text.AppendLine(Say("choice", ("choice", indicator.Choice)));
        text.AppendLine(Say("opening", ("value", value.Opening.ToString("#,0.##", French)), ("day", Day(indicator.Opening.Date)), ("source", indicator.Opening.Source)));
        if (value.Reason.Length > 0)
            text.AppendLine(Say("reason", ("reason", value.Reason)));
        Section(text, "counted", explanation.Counted, indicator, catalog);
        Section(text, "pending", explanation.Pending, indicator, catalog);
        Section(text, "not_counted", explanation.NotCounted, indicator, catalog);
        return text.ToString().TrimEnd();
    }

    private static void Section(StringBuilder text, string name, IReadOnlyList<Behind> lines, Indicator indicator, DialogCatalog catalog)
    {
        if (lines.Count == 0 && name != "counted")
            return;
        text.AppendLine();
        text.AppendLine(AppPhrases.File.Count("indicators.explain." + name, lines.Count));
        foreach (var line in lines)
            text.AppendLine("  " + Line(line, indicator, catalog, name != "not_counted"));
    }

    private static string Line(Behind line, Indicator indicator, DialogCatalog catalog, bool withAmount)
    {
        List<string?> parts =
        [
            line.Receipt ?? Say("no_receipt"),
            Day(line.Day),
            line.Kind.Length == 0 ? null : catalog.Find(line.Kind)?.Title ?? line.Kind,
            line.Place,
            line.Organisation,
            line.Amount.Key.Length == 0 || indicator.Counts?.Register is null ? null : Say("key", ("key", line.Amount.Key)),
            withAmount && line.Amount.Part == Parts.Main && indicator.Counts?.Register is null ? "+" + Display.Of(indicator, line.Amount.Value, line.Amount.Women) : null,
        ];
        return string.Join("  ", parts.Where(p => !string.IsNullOrEmpty(p))) + (line.Note is null ? "" : Say("note", ("note", line.Note)));
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Known(int? people) => people?.ToString("#,0", French) ?? Say("unknown");

    private static string Say(string key, params ReadOnlySpan<(string, object?)> values) => AppPhrases.Text("indicators.explain." + key, values);
}
