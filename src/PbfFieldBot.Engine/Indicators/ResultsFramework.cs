namespace PbfFieldBot.Engine.Indicators;

/// <summary>The project, its results and outputs, and its indicators in the report's order: the content of dialogs/indicateurs.yaml.</summary>
public sealed record ResultsFramework(IReadOnlyList<Indicator> Indicators)
{
    public Project Project { get; init; } = new();

    /// <summary>Results and outputs in the report's order.</summary>
    public IReadOnlyList<Result> Results { get; init; } = [];

    /// <summary>Where the reasons for delays come from; null when only the file gives them.</summary>
    public ReasonRule? Reasons { get; init; }

    /// <summary>The indicator of that code; null when there is none.</summary>
    public Indicator? Find(string code) => Indicators.FirstOrDefault(i => i.Code == code);
}

/// <summary>The project as its report names it. What the report does not say is the empty text.</summary>
public sealed record Project
{
    public string Title { get; init; } = "";

    /// <summary>The donor's number, "PBF/MLI/A-2".</summary>
    public string Number { get; init; } = "";

    public DateOnly Start { get; init; }

    public DateOnly End { get; init; }

    /// <summary>The activity's identifier at IATI.</summary>
    public string IatiIdentifier { get; init; } = "";

    public ReportingOrganisation ReportingOrganisation { get; init; } = new("", "", "");
}

/// <summary>Who publishes the project's data: name, IATI organisation identifier, IATI organisation type.</summary>
public sealed record ReportingOrganisation(string Name, string Ref, string Type);

/// <summary>The two levels of the report's table.</summary>
public enum ResultLevel
{
    /// <summary>A result ("Resultat 1"): an outcome.</summary>
    Result,

    /// <summary>An output ("Produit 1.1") of a result.</summary>
    Output,
}

/// <summary>A result or an output, word for word as in the report's table.</summary>
/// <param name="Name">Its name in the report, which holds the kind: "1.1" alone names an output and an indicator.</param>
/// <param name="Of">The name of the result that an output belongs to; null for a result.</param>
public sealed record Result(string Name, ResultLevel Level, string Code, string Label, string? Of);
