using PbfFieldBot.Engine.Dialogs.Expressions;

namespace PbfFieldBot.Engine.Dialogs.Questions;

/// <summary>What the author wrote about one question: the keys of dialogue.yaml, checked and compiled. Keys that a type does not use stay empty.</summary>
public sealed record QuestionSource
{
    /// <summary>The slot that it fills: a-z, 0-9 and _ .</summary>
    public required string Name { get; init; }

    /// <summary>What is asked, in French; may hold ${name} of earlier answers.</summary>
    public string Label { get; init; } = "";

    /// <summary>The word for it on the recap ("Date"); the name when not given.</summary>
    public string? Title { get; init; }

    /// <summary>How to answer, with an example.</summary>
    public string? Hint { get; init; }

    public bool Required { get; init; }

    public string? RequiredMessage { get; init; }

    public XFormExpression? Relevant { get; init; }

    public XFormExpression? Constraint { get; init; }

    public string? ConstraintMessage { get; init; }

    public XFormExpression? Calculation { get; init; }

    /// <summary>Its value is taken as the answer without asking, and can be changed on the recap; empty text: no default.</summary>
    public XFormExpression? Default { get; init; }

    /// <summary>True: asked even after a free message, because an indicator needs it; required questions always are.</summary>
    public bool Essential { get; init; }

    /// <summary>The list of a select question; for text, the list whose labels are offered.</summary>
    public ChoiceList? Choices { get; init; }

    /// <summary>For text: the register that the answer names an entry of ("organisation", "radio", "recommandation").</summary>
    public string? Register { get; init; }

    /// <summary>For headcount: the parts asked one by one after a bare total ("women", "men", "youth").</summary>
    public IReadOnlyList<string> Parts { get; init; } = ["women"];

    /// <summary>Where it stands: file relative to the dialogs folder, line and column.</summary>
    public (string File, int Line, int Column) At { get; init; }

    /// <summary>Where the value of each of its keys stands (line and column), for naming mistakes.</summary>
    public IReadOnlyDictionary<string, (int Line, int Column)> Keys { get; init; } = new Dictionary<string, (int, int)>();
}
