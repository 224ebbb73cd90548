namespace PbfFieldBot.Engine.Submissions;

/// <summary>
/// People present, trained or reached: total, women, men, youth (under 35; youth overlaps with women and men).
/// Each number is stated or follows by arithmetic; what nobody stated and nothing implies is null, never 0.
/// </summary>
/// <param name="Approximate">True when the total was given as "une quinzaine", "environ 30".</param>
public sealed record Headcount(int? Total, int? Women = null, int? Men = null, int? Youth = null, bool Approximate = false)
{
    /// <summary>The count after a correction ("non, 46 participants"): what is said replaces what was known; what followed from the old numbers is worked out anew.</summary>
    public Headcount Amended(Headcount said) => (said switch
    {
        { Total: { } total, Women: null, Men: null } => this with { Total = total, Men = Women is null ? Men : null, Youth = said.Youth ?? Youth, Approximate = said.Approximate },
        { Total: null, Women: { } women, Men: null } => this with { Women = women, Men = null, Youth = said.Youth ?? Youth },
        { Total: null, Women: null, Men: { } men } => this with { Men = men, Women = null, Youth = said.Youth ?? Youth },
        { Total: null, Women: null, Men: null } => this with { Youth = said.Youth ?? Youth },
        _ => said with { Youth = said.Youth ?? Youth },
    }).Derived();

    /// <summary>Fills what follows by arithmetic from the other numbers (men = total - women); never changes a stated number.</summary>
    public Headcount Derived() => this switch
    {
        { Total: { } t, Women: { } w, Men: null } when t >= w => this with { Men = t - w },
        { Total: { } t, Women: null, Men: { } m } when t >= m => this with { Women = t - m },
        { Total: null, Women: { } w, Men: { } m } => this with { Total = w + m },
        _ => this,
    };
}
