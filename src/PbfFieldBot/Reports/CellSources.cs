using System.Globalization;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Indicators;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports;

/// <summary>What a comment on a cell says: the opening value and each report that counts, by receipt, day and place. Names of people are never there.</summary>
internal static class CellSources
{
    private const int MostReports = 40;

    public static IEnumerable<string> Of(Explanation behind, DialogCatalog catalog)
    {
        var opening = behind.Indicator.Opening;
        yield return AppPhrases.Text("report.source.opening", ("value", Display.Of(behind.Indicator, opening.Value, opening.Women)), ("day", Day(opening.Date)), ("source", opening.Source));
        yield return AppPhrases.File.Count("report.source.reports", behind.Counted.Count);
        foreach (var report in behind.Counted.Take(MostReports))
            yield return Line(report, behind.Indicator, catalog);
        if (behind.Counted.Count > MostReports)
            yield return AppPhrases.File.Count("report.source.more", behind.Counted.Count - MostReports, ("code", behind.Indicator.Code));
    }

    private static string Line(Behind report, Indicator indicator, DialogCatalog catalog)
    {
        List<string?> parts = [report.Receipt ?? report.Organisation, Day(report.Day), report.Kind.Length == 0 ? null : catalog.Find(report.Kind)?.Title ?? report.Kind, report.Place];
        var line = string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)));
        if (report.Amount.Key.Length > 0 && indicator.Counts?.Register is not null)
            line += " : " + report.Amount.Key;
        else if (report.Amount.Part == Parts.Main)
            line += " : " + Display.Of(indicator, report.Amount.Value, report.Amount.Women);
        return report.NoteWithoutNames is null ? line : line + " (" + report.NoteWithoutNames + ")";
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
