namespace PbfFieldBot.Engine.Places;

/// <summary>The administrative levels of the project's area (COD-AB levels 1 to 3, division of 2020), and places outside it.</summary>
public enum PlaceLevel
{
    Region,
    Cercle,
    Commune,

    /// <summary>A place outside the two regions (Bamako, a visit abroad): kept as text, without a p-code.</summary>
    Outside,
}

/// <summary>
/// A place as a report states it: the level is part of the answer (Koro is a cercle and a commune).
/// <paramref name="Cercle"/> and <paramref name="Region"/> are the official names of the units above (a cercle names itself as cercle too), null when outside.
/// <paramref name="PCode"/> is OCHA's COD-AB code: 4 signs for a region, 6 for a cercle, 8 for a commune; null when outside.
/// </summary>
public sealed record Place(PlaceLevel Level, string Name, string? Cercle, string? Region, string? PCode)
{
    /// <summary>The code of the cercle, or of the region when only the region is known: the area in which indicators are kept. "NAT" when outside.</summary>
    public string AreaCode => PCode switch { null => NationalArea, { Length: > 6 } => PCode[..6], _ => PCode };

    /// <summary>The area of what belongs to no region: the whole project.</summary>
    public const string NationalArea = "NAT";
}
