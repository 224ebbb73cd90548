namespace PbfFieldBot.Engine.Submissions;

/// <summary>What was sent at the end of a conversation: kind (dialog id), answers by question name, who and when.</summary>
public sealed record Submission
{
    /// <summary>The id of the dialog.</summary>
    public required string Kind { get; init; }

    public required IReadOnlyDictionary<string, AnswerValue> Answers { get; init; }

    /// <summary>The kind of the partner who reports (comite, radio, osc, adr, secretariat) and the organisation's name; null for coordinators.</summary>
    public string? OrganisationKind { get; init; }

    public string? Organisation { get; init; }

    /// <summary>The day it was sent, in the project's time zone: stands in when the dialog asks no date.</summary>
    public required DateOnly SentOn { get; init; }

    /// <summary>The activity's day.</summary>
    public DateOnly Day => Answers.TryGetValue("date", out var answer) && answer is DateAnswer date ? date.Value : SentOn;

    /// <summary>The activity's place; null when none was asked or said.</summary>
    public Places.Place? Place => Answers.TryGetValue("place", out var answer) && answer is PlaceAnswer place ? place.Value : null;

    /// <summary>The area in which it counts.</summary>
    public string Area => Place?.AreaCode ?? Places.Place.NationalArea;
}
