using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs.Expressions;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Dialogs.Questions;

/// <summary>
/// One question of a dialog (XLSForm: a row of the sheet `survey`). One file per type; the list of types is <see cref="QuestionTypes"/>.
/// </summary>
public abstract record Question
{
    /// <summary>The type's keyword, e.g. "integer".</summary>
    public abstract string Type { get; }

    /// <summary>The slot that it fills: a-z, 0-9 and _ .</summary>
    public required string Name { get; init; }

    /// <summary>What is asked, in French; may hold ${name} of earlier answers.</summary>
    public string Label { get; init; } = "";

    /// <summary>The word for it on the recap ("Date"); the label's first words when not given.</summary>
    public string Title { get; init; } = "";

    /// <summary>How to answer, with an example.</summary>
    public string? Hint { get; init; }

    public bool Required { get; init; }

    public string? RequiredMessage { get; init; }

    public XFormExpression? Relevant { get; init; }

    public XFormExpression? Constraint { get; init; }

    public string? ConstraintMessage { get; init; }

    public XFormExpression? Calculation { get; init; }

    /// <summary>The first proposal for the answer: text or expression, e.g. ${organisation} of the person who reports.</summary>
    public XFormExpression? Default { get; init; }

    /// <summary>True: asked even after a free message, because an indicator needs it; required questions always are.</summary>
    public bool Essential { get; init; }

    /// <summary>Where it stands, for problems: file relative to the dialogs folder, line and column.</summary>
    public (string File, int Line, int Column) At { get; init; }

    /// <summary>False for notes and calculations, which nobody answers.</summary>
    public virtual bool IsAsked => true;

    /// <summary>The choices to show as buttons; empty when the answer is typed.</summary>
    public virtual IReadOnlyList<Choice> Buttons => [];

    /// <summary>Reads an input as an answer.</summary>
    public abstract Reading Read(Input input, ReadingContext context);

    /// <summary>The answer as people read it on the recap.</summary>
    public abstract string Show(AnswerValue value);

    /// <summary>What expressions see of an answer, by variable name: text, number (double) or true/false. Dates are day numbers since 1970-01-01.</summary>
    public virtual IEnumerable<KeyValuePair<string, object>> Variables(AnswerValue value)
    {
        yield return new(Name, value switch
        {
            NumberAnswer n => (double)n.Value,
            TextAnswer t => t.Value,
            DateAnswer d => (double)(d.Value.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber),
            ChoicesAnswer c => string.Join(' ', c.Names),
            _ => Show(value),
        });
    }

    /// <summary>The names that <see cref="Variables"/> may give, for checking references.</summary>
    public virtual IEnumerable<string> VariableNames => [Name];
}
