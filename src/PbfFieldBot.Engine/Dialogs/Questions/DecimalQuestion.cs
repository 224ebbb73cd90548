using System.Globalization;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Dialogs.Questions;

/// <summary>`decimal`: a number with or without a fraction ("35", "35,5", "12.5 %"); the percent sign is taken as part of the unit.</summary>
public sealed record DecimalQuestion(QuestionSource Source) : Question(Source)
{
    public override Reading Read(Input input, ReadingContext context)
    {
        if (input is not Message message)
            return RefuseOther(context, input);
        return FrenchDecimals.Read(message.Text) is { } value
            ? new Accepted(new NumberAnswer(value))
            : Refuse(context, RejectReasons.NotANumber, message.Text);
    }

    public override string Show(AnswerValue value) => value is NumberAnswer number
        ? number.Value.ToString("#,0.##", CultureInfo.GetCultureInfo("fr-FR"))
        : "";
}
