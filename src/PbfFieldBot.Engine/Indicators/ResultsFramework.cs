namespace PbfFieldBot.Engine.Indicators;

/// <summary>The project, its results and outputs, and its indicators in the report's order: the content of dialogs/indicateurs.yaml.</summary>
public sealed record ResultsFramework(IReadOnlyList<Indicator> Indicators);

/// <summary>One indicator of the report's table.</summary>
public sealed record Indicator(string Code, string Label);
