namespace PbfFieldBot.Reports;

/// <summary>What the report's table says of one indicator.</summary>
/// <param name="Code">"1.1.1".</param>
/// <param name="Current">The cell of the current progress, "15 dont 6 femmes".</param>
/// <param name="Reason">A reason for delay newer than the report's own; null keeps what stands there.</param>
public sealed record ReportRow(string Code, string Current, string? Reason);

/// <summary>What filling did.</summary>
/// <param name="Filled">The codes whose cells now hold the project's values.</param>
/// <param name="MissingInDocument">Indicators of the project that the document's table does not have.</param>
/// <param name="MissingInProject">Indicators of the document that the project does not have.</param>
/// <param name="Warnings">Sentences for the officer: entries that were cut.</param>
public sealed record FillResult(IReadOnlyList<string> Filled, IReadOnlyList<string> MissingInDocument, IReadOnlyList<string> MissingInProject, IReadOnlyList<string> Warnings);
