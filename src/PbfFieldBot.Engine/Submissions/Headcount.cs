namespace PbfFieldBot.Engine.Submissions;

/// <summary>
/// People present, trained or reached: total, women, men, youth (under 35; youth overlaps with women and men).
/// Each number is stated or follows by arithmetic; what nobody stated and nothing implies is null, never 0.
/// </summary>
/// <param name="Approximate">True when the total was given as "une quinzaine", "environ 30".</param>
public sealed record Headcount(int? Total, int? Women = null, int? Men = null, int? Youth = null, bool Approximate = false)
{
    /// <summary>Fills what follows by arithmetic from the other numbers (men = total - women); never changes a stated number.</summary>
    public Headcount Derived() => this switch
    {
        { Total: { } t, Women: { } w, Men: null } when t >= w => this with { Men = t - w },
        { Total: { } t, Women: null, Men: { } m } when t >= m => this with { Women = t - m },
        { Total: null, Women: { } w, Men: { } m } => this with { Total = w + m },
        _ => this,
    };
}
