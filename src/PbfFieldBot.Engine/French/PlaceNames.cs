using PbfFieldBot.Engine.Places;

namespace PbfFieldBot.Engine.French;

/// <summary>Reads place names as people type them.</summary>
public sealed class PlaceNames(Gazetteer gazetteer)
{
    public Gazetteer Gazetteer { get; } = gazetteer;

    public PlaceReading Read(string text, Place? own = null) => throw new NotImplementedException(text + own);
}
