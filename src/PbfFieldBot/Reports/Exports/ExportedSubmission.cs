using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Reports.Exports;

/// <summary>
/// What leaves the system of one report, or of one of its revisions: this list and nothing else. No name, phone number or channel id of a person, no photo file, and points
/// on the map only to about a kilometre.
/// </summary>
/// <param name="Replaced">True for a revision that a later one replaced.</param>
/// <param name="SentFor">The day where the dialog asks none.</param>
/// <param name="Sent">When this revision was sent, in the project's time zone.</param>
/// <param name="By">A code for the person: "P" and the number that `people` lists.</param>
/// <param name="Confirms">The receipt of the report whose event it tells again: it is counted there.</param>
/// <param name="Area">The cercle's or region's p-code, or "NAT".</param>
internal sealed record ExportedSubmission(
    string Receipt,
    int Revision,
    SubmissionStatus Status,
    bool Replaced,
    string Kind,
    DateOnly SentFor,
    DateTime Sent,
    string By,
    string? Organisation,
    string? OrganisationKind,
    string Area,
    string? Confirms,
    IReadOnlyDictionary<string, AnswerValue> Answers)
{
    /// <summary>"received", "approved", "returned", "rejected", or "replaced" for an older revision.</summary>
    public string State => Replaced ? "replaced" : Status.ToString().ToLowerInvariant();

    /// <summary>The activity's day, as this revision says.</summary>
    public DateOnly Day => Answers.GetValueOrDefault("date") is DateAnswer date ? date.Value : SentFor;

    public Engine.Places.Place? Place => Answers.GetValueOrDefault("place") is PlaceAnswer place ? place.Value : null;
}
