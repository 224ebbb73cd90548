namespace PbfFieldBot.Engine.Indicators;

/// <summary>
/// What one submission (or one entry of a register) adds to one indicator. Pure facts: recomputing them from the submission gives the same again.
/// </summary>
/// <param name="Indicator">The indicator's code, "1.1.1".</param>
/// <param name="Part">Which part of the rule it feeds: "" for the only one, else e.g. "supported" or "broadcast" (stations), "reason" (raison).</param>
/// <param name="Day">The activity's day in the project's time zone.</param>
/// <param name="Area">The cercle's p-code, the region's when only that is known, or "NAT".</param>
/// <param name="Key">What distinct counting counts (register entry, regional committee); "" for sums.</param>
/// <param name="Value">The amount, in the indicator's unit; 0 when a condition was not met (see <paramref name="Note"/>).</param>
/// <param name="Women">Women within the amount; null when nobody said.</param>
/// <param name="Men">Men within the amount; null when nobody said.</param>
/// <param name="Youth">People under 35 within the amount; null when nobody said.</param>
/// <param name="Note">Why it adds nothing or less, or the words of a reason; null usually.</param>
public sealed record Contribution(string Indicator, string Part, DateOnly Day, string Area, string Key, decimal Value, int? Women, int? Men, int? Youth, string? Note);
