namespace PbfFieldBot.Engine.Expected;

/// <summary>How often a report is expected.</summary>
public enum Rhythm
{
    /// <summary>Once in each week of ISO 8601, Monday to Sunday.</summary>
    Week,

    /// <summary>Once in each month.</summary>
    Month,
}

/// <summary>Who is to report what, how often and by when: one entry of dialogs/attendus.yaml.</summary>
/// <param name="Name">The entry's own name; it stays, since what was sent is kept under it.</param>
/// <param name="Title">What the partner reads: "votre diffusion".</param>
/// <param name="Of">Kinds of partner: comite, radio, osc, adr, secretariat.</param>
/// <param name="Reports">Dialogs of which one report is enough.</param>
/// <param name="Due">The last good day: of a week, 1 (Monday) to 7; of a month, 1 to 31 (its last day when it is shorter).</param>
public sealed record ExpectedReport(string Name, string Title, IReadOnlyList<string> Of, IReadOnlyList<string> Reports, Rhythm Every, int Due)
{
    /// <summary>The last good day within a period.</summary>
    public DateOnly DueIn(ExpectedPeriod period)
    {
        var day = period.First.AddDays(Due - 1);
        return day < period.End ? day : period.End.AddDays(-1);
    }
}

/// <summary>What is expected of partners, and when they are reminded: the content of dialogs/attendus.yaml.</summary>
public sealed record ExpectedPlan
{
    public IReadOnlyList<ExpectedReport> Reports { get; init; } = [];

    /// <summary>Reminders go out from this hour of the project's day on.</summary>
    public TimeOnly From { get; init; } = new(8, 0);

    /// <summary>From this hour on none goes out any more.</summary>
    public TimeOnly Until { get; init; } = new(18, 0);

    /// <summary>Days after the due day on which an overdue partner is reminded; their number is the most reminders in one period.</summary>
    public IReadOnlyList<int> After { get; init; } = [1, 3];

    /// <summary>What is expected of a kind of partner.</summary>
    public IEnumerable<ExpectedReport> For(string? kind) => Reports.Where(r => kind is not null && r.Of.Contains(kind));
}
