using PbfFieldBot.Engine;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Import;

/// <summary>The changes that an import would make, in plain French lines.</summary>
internal static class ImportText
{
    public static IEnumerable<string> Lines(ResultsFramework framework, ImportedReport report, DateOnly day, IReadOnlyList<FieldChange> changes)
    {
        yield return AppPhrases.File.Count("report.import.read", report.Indicators.Count, ("day", Day(day)), ("words", report.DayWords));
        foreach (var group in changes.GroupBy(c => c.Name))
        {
            yield return "";
            yield return framework.Find(group.Key) is { } indicator ? AppPhrases.Text("report.import.indicator", ("code", indicator.Code), ("label", indicator.Label)) : group.Key;
            foreach (var line in group.Where(c => c.Field is not ("opening.date" or "opening.source")))
                yield return "  " + AppPhrases.Text("report.import.change", ("field", AppPhrases.Text("report.import.field." + line.Field)), ("old", Shown(line.Old)), ("new", Shown(line.New)));
            if (group.FirstOrDefault(c => c.Field == "opening.date") is { } date)
                yield return "  " + AppPhrases.Text("report.import.change", ("field", AppPhrases.Text("report.import.field." + date.Field)), ("old", date.Old), ("new", date.New));
        }

        yield return "";
        foreach (var sentence in LeftOut(framework, report))
            yield return sentence;
    }

    // A rule of counting cannot be read from a report: somebody has to write it.
    private static IEnumerable<string> LeftOut(ResultsFramework framework, ImportedReport report)
    {
        foreach (var unknown in report.Indicators.Where(i => framework.Find(i.Code) is null))
            yield return AppPhrases.Text("report.import.unknown", ("code", unknown.Code), ("label", unknown.Label));
        foreach (var absent in framework.Indicators.Where(i => report.Indicators.All(r => r.Code != i.Code)))
            yield return AppPhrases.Text("report.import.absent", ("code", absent.Code));
        foreach (var unread in report.Indicators.Where(i => i.Current is null && framework.Find(i.Code) is not null))
            yield return AppPhrases.Text("report.import.unread", ("code", unread.Code), ("text", Shown(unread.CurrentText)));
    }

    private static string Shown(string? text) => string.IsNullOrEmpty(text) ? AppPhrases.Text("report.import.nothing") : text;

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
