using System.Globalization;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Snapshots;

/// <summary>Frozen figures and what changed since, in plain French lines.</summary>
internal static class SnapshotText
{
    /// <summary>One line about a snapshot: its name, when it was frozen, until which day it counts.</summary>
    public static string Of(ReportSnapshot snapshot, TimeZoneInfo zone)
    {
        var at = TimeZoneInfo.ConvertTime(new DateTimeOffset(snapshot.At, TimeSpan.Zero), zone);
        return AppPhrases.Text("snapshot.line", ("name", snapshot.Name), ("at", Day(DateOnly.FromDateTime(at.DateTime))), ("until", snapshot.AsOf is { } day ? AppPhrases.Text("snapshot.until", ("day", Day(day))) : AppPhrases.Text("snapshot.all_days")));
    }

    /// <summary>What changed, a paragraph for each value.</summary>
    public static string Of(IReadOnlyList<SnapshotChange> changes, DialogCatalog catalog) => changes.Count == 0
        ? AppPhrases.Text("snapshot.unchanged")
        : string.Join('\n', changes.SelectMany(c => Lines(c, catalog)).Prepend(AppPhrases.File.Count("snapshot.changed", changes.Count)));

    private static IEnumerable<string> Lines(SnapshotChange change, DialogCatalog catalog)
    {
        yield return AppPhrases.Text(change.Published == change.Now ? "snapshot.same_value" : "snapshot.value", ("code", change.Indicator.Code), ("published", change.Published), ("now", change.Now));
        foreach (var source in change.Sources)
            yield return "  " + Line(source, change.Indicator, catalog);
    }

    private static string Line(SourceChange change, Indicator indicator, DialogCatalog catalog)
    {
        var known = change.Known;
        string?[] parts = [known.Receipt ?? AppPhrases.Text("indicators.explain.no_receipt"), Day(known.Day), catalog.Find(known.Kind)?.Title ?? known.Kind, known.Place];
        return AppPhrases.Text(
            "snapshot.source." + change.Word,
            ("report", string.Join("  ", parts.Where(p => !string.IsNullOrEmpty(p)))),
            ("before", Amount(change.Before, indicator)),
            ("after", Amount(change.After, indicator)));
    }

    private static string Amount(Indicators.Behind? source, Indicator indicator) => source is null ? "" : Display.Of(indicator, source.Amount.Value, source.Amount.Women);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
