namespace PbfFieldBot.Reports;

/// <summary>What the report's table says of one indicator.</summary>
/// <param name="Code">"1.1.1".</param>
/// <param name="Current">The cell of the current progress, "15 dont 6 femmes".</param>
/// <param name="Reason">A reason for delay newer than the report's own; null keeps what stands there.</param>
public sealed record ReportRow(string Code, string Current, string? Reason)
{
    /// <summary>Where the value comes from, a sentence for each source: what a comment on the cell says.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}

/// <summary>How to fill.</summary>
/// <param name="Now">The moment that Word shows beside changes and comments.</param>
/// <param name="TrackChanges">Write as revisions that the officer accepts or rejects.</param>
/// <param name="Comments">Add a comment with the sources to each cell.</param>
public sealed record FillOptions(DateTimeOffset Now, bool TrackChanges = false, bool Comments = false);

/// <summary>What filling did.</summary>
/// <param name="Filled">The codes whose cells now hold the project's values.</param>
/// <param name="MissingInDocument">Indicators of the project that the document's table does not have.</param>
/// <param name="MissingInProject">Indicators of the document that the project does not have.</param>
/// <param name="Warnings">Sentences for the officer: entries that were cut, cells that could not be filled.</param>
public sealed record FillResult(IReadOnlyList<string> Filled, IReadOnlyList<string> MissingInDocument, IReadOnlyList<string> MissingInProject, IReadOnlyList<string> Warnings);
