namespace PbfFieldBot.Reports.Check;

/// <summary>The checks of a report, in the order in which findings are told. A new check is a file and a line here.</summary>
internal static class ReportChecks
{
    private static readonly IReadOnlyList<Func<CheckedReport, IEnumerable<Finding>>> All =
    [
        MissingRows.Find,
        UnreadableCells.Find,
        ValuesAgainstTargets.Find,
        ValuesAgainstPrevious.Find,
        WomenAmongPeople.Find,
        SummedPercentages.Find,
        Reasons.Find,
        NarrativeNumbers.Find,
        ImpossibleYears.Find,
        Lengths.Find,
    ];

    /// <summary>All findings; none for a report that can leave.</summary>
    public static IReadOnlyList<Finding> Run(CheckedReport report) => [.. All.SelectMany(check => check(report))];
}
