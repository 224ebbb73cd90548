using System.Globalization;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Dialogs.Questions;

/// <summary>`date`: one past day in the project's time zone ("hier", "lundi", "12/11", "12 novembre 2020").</summary>
public sealed record DateQuestion(QuestionSource Source) : Question(Source)
{
    public override Reading Read(Input input, ReadingContext context)
    {
        if (input is not Message message)
            return RefuseOther(context, input);
        var reading = FrenchDates.Read(message.Text, context.Reference);
        return reading.Date is { } day
            ? new Accepted(new DateAnswer(day, context.KeptWords))
            : Refuse(context, reading.Reject ?? RejectReasons.NotADate, message.Text);
    }

    public override string Show(AnswerValue value) => value is DateAnswer date
        ? date.Value.ToString("dddd d MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR")) + (date.Words is { } words ? $" (\u00ab\u00a0{words}\u00a0\u00bb)" : "")
        : "";
}
