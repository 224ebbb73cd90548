using System.Globalization;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Dialogs.Questions;

/// <summary>`integer`: a whole number of 0 or more, in digits or words ("12", "une quinzaine"); a name ending in "_minutes" also takes lengths of time ("1h30", "une demi-heure").</summary>
public sealed record IntegerQuestion(QuestionSource Source) : Question(Source)
{
    public override Reading Read(Input input, ReadingContext context)
    {
        if (input is not Message message)
            return RefuseOther(context, input);
        if (Name.EndsWith("_minutes", StringComparison.Ordinal) && FrenchDurations.Read(message.Text) is { } minutes)
            return new Accepted(new NumberAnswer(minutes));
        var reading = FrenchNumbers.Read(message.Text);
        return reading.Value is { } value
            ? new Accepted(new NumberAnswer(value, reading.Approximate))
            : Refuse(context, reading.Reject ?? RejectReasons.NotANumber, message.Text);
    }

    public override string Show(AnswerValue value) => value is NumberAnswer number
        ? (number.Approximate ? "environ " : "") + number.Value.ToString("#,0", CultureInfo.GetCultureInfo("fr-FR"))
        : "";
}
