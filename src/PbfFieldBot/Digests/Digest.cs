using PbfFieldBot.Engine.Indicators;

namespace PbfFieldBot.Digests;

/// <summary>Monday's digest as plain content: one week of one area.</summary>
/// <param name="Area">The area's name; null for the whole project.</param>
/// <param name="Kinds">Reports of the week by dialog, and how many there were the week before.</param>
public sealed record Digest(Week Week, string? Area, IReadOnlyList<KindCount> Kinds)
{
    public int Reports => Kinds.Sum(k => k.Now);

    public int ReportsBefore => Kinds.Sum(k => k.Before);

    public int Participants { get; init; }

    public int ParticipantsBefore { get; init; }

    /// <summary>Women, and the participants of those activities whose women are known: nobody is taken for a man.</summary>
    public int Women { get; init; }

    public int WomenOf { get; init; }

    public IReadOnlyList<WaitingReport> Waiting { get; init; } = [];

    public IReadOnlyList<SilentPartner> Silent { get; init; } = [];

    /// <summary>Those who said that there is nothing to report.</summary>
    public IReadOnlyList<string> Nil { get; init; } = [];

    public IReadOnlyList<PausedPartner> Paused { get; init; } = [];

    /// <summary>The day up to which a week that is not over is told; null for a whole one.</summary>
    public DateOnly? SoFar { get; init; }

    public IReadOnlyList<Oddity> Oddities { get; init; } = [];

    public IReadOnlyList<Progress> Indicators { get; init; } = [];
}

/// <summary>How many reports of one dialog came in the week and in the one before.</summary>
public sealed record KindCount(string Kind, string Title, int Now, int Before);

/// <summary>A report that waits for review, and for how many days.</summary>
public sealed record WaitingReport(string Receipt, string Title, string? Place, int Days);

/// <summary>A partner without a report for some days; null when there never was one.</summary>
public sealed record SilentPartner(string Shown, int? Days);

/// <summary>A partner of whom nothing is expected until a day.</summary>
public sealed record PausedPartner(string Shown, DateOnly Until);

/// <summary>What somebody should look at; the key names its sentence in the phrase file under digest.oddity.</summary>
public sealed record Oddity(string Key, IReadOnlyList<string> Receipts);

/// <summary>An indicator at the week's end, what the week added, and what each month to come must bring (null where a pace has no sense).</summary>
public sealed record Progress(Indicator Indicator, string Name, IndicatorValue Value, decimal Added, decimal? Pace)
{
    public bool IsReached => Value.Value >= Indicator.Target;
}
