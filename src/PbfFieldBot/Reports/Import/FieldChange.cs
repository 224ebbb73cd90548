namespace PbfFieldBot.Reports.Import;

/// <summary>One value of indicateurs.yaml that a report would change.</summary>
/// <param name="Name">The indicator's code, or the name of the result or output ("Produit 1.1").</param>
/// <param name="Field">The key; "opening.value" is a key of the map under "opening".</param>
/// <param name="Old">As the file has it; empty when it has none.</param>
/// <param name="New">As the report has it; null takes the key away.</param>
internal sealed record FieldChange(string Name, string Field, string Old, string? New)
{
    /// <summary>True for a field that is a number, a day or a word, written without quotes.</summary>
    public bool IsBare => Field is "baseline" or "target" or "milestone_number" or "unit" or "opening.value" or "opening.women" or "opening.men" or "opening.youth" or "opening.date";
}
