using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Engine.Dialogs.Questions;

/// <summary>What a question may know while reading: the message's own day, the person's area, the places, and what was already said.</summary>
public sealed record ReadingContext(DateOnly Reference, PlaceNames Places, PhraseFile Phrases)
{
    /// <summary>The partner's own area: breaks ties between places of the same name.</summary>
    public Place? Own { get; init; }

    /// <summary>True when the dialog takes places outside the two regions.</summary>
    public bool Outside { get; init; }

    /// <summary>The part of a headcount that is asked now ("women", "youth"); null for the whole.</summary>
    public string? Part { get; init; }

    /// <summary>The words of a range ("du 12 au 14") of which the first day is asked now; null usually.</summary>
    public string? KeptWords { get; init; }

    /// <summary>What the same question already holds (a total whose women are asked now).</summary>
    public AnswerValue? Before { get; init; }
}
