using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Reports.Snapshots;

namespace PbfFieldBot.Reports.Exports;

/// <summary>Everything an export says, whichever its format: figures at hand, reports as a stream.</summary>
internal sealed class ExportContent(Func<string, CancellationToken, IAsyncEnumerable<ExportedSubmission>> submissions)
{
    public required ResultsFramework Framework { get; init; }

    public required ExportScope Scope { get; init; }

    /// <summary>The name of the frozen figures; null for those of now.</summary>
    public string? Snapshot { get; init; }

    /// <summary>When the figures were read (or frozen), in the project's time zone.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The area of the whole export.</summary>
    public required AreaFigures Whole { get; init; }

    /// <summary>The areas within it.</summary>
    public required IReadOnlyList<AreaFigures> Areas { get; init; }

    /// <summary>The dialogs that have reports, in the order in which they are offered.</summary>
    public required IReadOnlyList<ExportedKind> Kinds { get; init; }

    /// <summary>The reports of a dialog by day, then in the order of sending.</summary>
    public IAsyncEnumerable<ExportedSubmission> SubmissionsAsync(string kind, CancellationToken stop) => submissions(kind, stop);
}
