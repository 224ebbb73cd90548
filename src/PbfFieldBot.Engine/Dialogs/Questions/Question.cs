using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Dialogs.Questions;

/// <summary>
/// One question of a dialog (XLSForm: a row of the sheet `survey`). One file per type; the list of types is <see cref="QuestionTypes"/>.
/// </summary>
public abstract record Question(QuestionSource Source)
{
    /// <summary>The slot that it fills.</summary>
    public string Name => Source.Name;

    /// <summary>The word for it on the recap.</summary>
    public string Title => Source.Title ?? Source.Name;

    /// <summary>False for notes and calculations, which nobody answers.</summary>
    public virtual bool IsAsked => true;

    /// <summary>The choices to show as buttons; empty when the answer is typed.</summary>
    public virtual IReadOnlyList<Choice> Buttons => [];

    /// <summary>The names that <see cref="Variables"/> may give, for checking references.</summary>
    public virtual IEnumerable<string> VariableNames => [Name];

    /// <summary>Reads an input as an answer.</summary>
    public abstract Reading Read(Input input, ReadingContext context);

    /// <summary>The answer as people read it on the recap.</summary>
    public abstract string Show(AnswerValue value);

    /// <summary>What expressions see of an answer, by variable name: text or number (double). Dates are day numbers since 1970-01-01.</summary>
    public virtual IEnumerable<KeyValuePair<string, object>> Variables(AnswerValue value) => [new(Name, Variable(value))];

    /// <summary>The part of the answer still to be asked ("women"); null when it is whole.</summary>
    public virtual string? MissingPart(AnswerValue value, Func<string, bool> passed) => null;

    /// <summary>The refusal with its sentence of bot.fr.yaml.</summary>
    protected static Refused Refuse(ReadingContext context, string code, string words = "") =>
        new(code, context.Phrases.Text("reject." + code, ("words", words)));

    /// <summary>The refusal of anything that is not of the expected kind (a voice note where words are needed).</summary>
    protected static Refused RefuseOther(ReadingContext context, Input input) => input is Unreadable media
        ? new(RejectReasons.NeedsWords, context.Phrases.Text("media." + media.What))
        : Refuse(context, RejectReasons.NeedsWords);

    private object Variable(AnswerValue value) => value switch
    {
        NumberAnswer number => (double)number.Value,
        TextAnswer text => text.Value,
        DateAnswer date => (double)(date.Value.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber),
        ChoicesAnswer choices => string.Join(' ', choices.Names),
        _ => Show(value),
    };
}
