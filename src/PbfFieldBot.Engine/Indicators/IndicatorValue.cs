namespace PbfFieldBot.Engine.Indicators;

/// <summary>
/// The current value of one indicator: approved submissions plus the opening value, cumulative since the project's start.
/// </summary>
/// <param name="Code">The indicator's code.</param>
/// <param name="Value">In the indicator's unit; existence is 0 or 1, a percentage counts from 0 to 100.</param>
/// <param name="Women">Among people, women; null when not disaggregated or nobody said.</param>
/// <param name="Opening">Reached before the bot.</param>
/// <param name="Pending">What still waits for review, in the indicator's unit; for states and surveys the number of submissions that wait.</param>
/// <param name="Sources">How many approved submissions stand behind the value.</param>
/// <param name="Display">The report's cell, "15 dont 6 femmes".</param>
/// <param name="Reason">The reason for a delay: the latest approved `raison`, else the framework's.</param>
public sealed record IndicatorValue(string Code, decimal Value, int? Women, int? Men, int? Youth, decimal Opening, decimal Pending, int Sources, string Display, string Reason);
