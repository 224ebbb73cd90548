namespace PbfFieldBot.Engine.Places;

/// <summary>The known places: regions, cercles and communes with their p-codes and spellings (dialogs/lieux.csv).</summary>
public sealed class Gazetteer;
