namespace PbfFieldBot.Engine.Indicators;

/// <summary>
/// The day cells of one indicator put together as far as its value needs: by part, state of review, before or after the opening value, on or after the key's first
/// day of support, and key.
/// </summary>
public sealed record CellGroup(string Part, bool Pending, string Key)
{
    /// <summary>True for days on or before the opening value's date.</summary>
    public bool BeforeOpening { get; init; }

    /// <summary>False for days before the key was supported (only where the rule has a `since`).</summary>
    public bool Supported { get; init; } = true;

    /// <summary>How many submissions.</summary>
    public int Count { get; init; }

    public decimal Value { get; init; }

    public int? Women { get; init; }

    public int? Men { get; init; }

    public int? Youth { get; init; }

    public DateOnly First { get; init; }

    public DateOnly Last { get; init; }

    /// <summary>The value of the first and of the last day; filled where the aggregation asks for them.</summary>
    public decimal FirstValue { get; init; }

    public decimal LastValue { get; init; }
}
