namespace PbfFieldBot.Engine.Indicators;

/// <summary>What an indicator's value is.</summary>
public enum IndicatorUnit
{
    /// <summary>People, meetings, organisations: a number.</summary>
    Number,

    /// <summary>A percentage, 0 to 100.</summary>
    Percent,

    /// <summary>Something exists (1) or not (0).</summary>
    YesNo,
}

/// <summary>One indicator of the report's table, and how it is counted.</summary>
public sealed record Indicator(string Code, string Label)
{
    public ResultLevel Level { get; init; }

    /// <summary>The name of the result or output that it measures.</summary>
    public string Parent { get; init; } = "";

    public IndicatorUnit Unit { get; init; }

    public decimal Baseline { get; init; }

    public decimal Target { get; init; }

    public Milestone Milestone { get; init; } = new("", null);

    /// <summary>The report's own reason for a delay; the empty text when it gives none.</summary>
    public string Reason { get; init; } = "";

    public OpeningValue Opening { get; init; } = new(0, DateOnly.MinValue, "");

    /// <summary>True for people counted by sex and age: the report's cell says "dont 6 femmes".</summary>
    public bool BySexAndAge { get; init; }

    /// <summary>How it adds up; null only in tests that do not count.</summary>
    public CountingRule? Counts { get; init; }

    /// <summary>What we chose where the report is ambiguous, in a French sentence for the officer.</summary>
    public string Choice { get; init; } = "";
}

/// <summary>A milestone as the report writes it, often words; the number when there is one.</summary>
public sealed record Milestone(string Text, decimal? Number);

/// <summary>What was reached before the bot, with its source. Activities on or before its date add nothing.</summary>
public sealed record OpeningValue(decimal Value, DateOnly Date, string Source)
{
    public int? Women { get; init; }

    public int? Men { get; init; }

    public int? Youth { get; init; }
}
