using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Dialogs.Questions;

/// <summary>`text`: words as written. With `suggest`, some answers are offered as buttons; with `register`, the answer names an entry of a register.</summary>
public sealed record TextQuestion(QuestionSource Source) : Question(Source)
{
    public override IReadOnlyList<Choice> Buttons => Source.Choices?.Choices ?? [];

    public override Reading Read(Input input, ReadingContext context)
    {
        if (input is not Message message)
            return RefuseOther(context, input);
        var text = message.Text.Trim();
        if (text.Length > Limits.TextAnswerCharacters)
            return Refuse(context, RejectReasons.TooLong);
        if (!text.Any(char.IsLetterOrDigit))
            return Refuse(context, RejectReasons.NeedsWords);
        return new Accepted(new TextAnswer(Suggested(text) ?? text));
    }

    public override string Show(AnswerValue value) => value is TextAnswer text ? text.Value : "";

    private string? Suggested(string text) => Source.Choices is { } list && ChoiceWords.Exact(list, text) is { } choice ? choice.Label : null;
}
