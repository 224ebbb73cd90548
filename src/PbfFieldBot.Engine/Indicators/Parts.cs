namespace PbfFieldBot.Engine.Indicators;

/// <summary>What a contribution is for, within its indicator.</summary>
public static class Parts
{
    /// <summary>What is counted.</summary>
    public const string Main = "";

    /// <summary>For `ratio`: what the value is a part of.</summary>
    public const string Of = "of";

    /// <summary>From this day on the key counts (an organisation is supported).</summary>
    public const string Since = "since";

    /// <summary>Adds nothing; kept so that `explain` can say why.</summary>
    public const string Listed = "listed";

    /// <summary>The reason for a delay.</summary>
    public const string Reason = "reason";
}
