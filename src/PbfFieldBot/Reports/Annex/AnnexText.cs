using System.Globalization;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Annex;

/// <summary>The French words of an annex, the same in Word and in Excel.</summary>
internal sealed class AnnexText(DialogCatalog catalog)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static string Say(string key, params ReadOnlySpan<(string, object?)> values) => AppPhrases.Text("annex." + key, values);

    /// <summary>What was until when, or under which name.</summary>
    public static string About(ReportAnnex annex) => annex.Snapshot is { } name
        ? Say("of_snapshot", ("name", name), ("until", Until(annex.Until)))
        : Say("of_now", ("until", Until(annex.Until)));

    /// <summary>How the value comes about: the law, then the project's own choice.</summary>
    public static string Rule(AnnexEntry entry) => Say("rule." + entry.Law) + (entry.Indicator.Choice.Length > 0 ? " " + entry.Indicator.Choice : "");

    public static string Value(AnnexEntry entry) => Say(
        "value", ("value", entry.Value.Display), ("baseline", Display.Of(entry.Indicator, entry.Indicator.Baseline, null)), ("target", Display.Of(entry.Indicator, entry.Indicator.Target, null)));

    public static string Opening(AnnexEntry entry) => Say("opening", ("day", Day(entry.Indicator.Opening.Date)), ("source", entry.Indicator.Opening.Source));

    public string Kind(AnnexLine line) => line.Source.Kind.Length == 0 ? Say("declared") : catalog.Find(line.Source.Kind)?.Title ?? line.Source.Kind;

    /// <summary>Which name it counts, why it adds less, its version, who confirms it.</summary>
    public static string Remark(AnnexLine line, AnnexEntry entry)
    {
        var key = entry.Law is "distinct" && line.Source.Amount.Key.Length > 0 ? Say("key", ("key", line.Source.Amount.Key)) : null;
        var why = entry.Law is "distinct" && line.Adds == 0 ? Say(line.Source.Amount.Part == Parts.Since ? "support" : "again") : null;
        return string.Join(" ; ", new[] { key, why, line.Source.NoteWithoutNames }.Where(r => !string.IsNullOrEmpty(r)));
    }

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Number(decimal number) => number.ToString("#,0.##", French).Replace('\u202f', '\u00a0');

    private static string Until(DateOnly? day) => day is { } last ? Say("until", ("day", Day(last))) : Say("all_days");
}
