using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Dialogs.Questions;

/// <summary>`calculate`: a value worked out from other answers, visible to later expressions; nobody is asked.</summary>
public sealed record CalculateQuestion(QuestionSource Source) : Question(Source)
{
    public override bool IsAsked => false;

    public override Reading Read(Input input, ReadingContext context) => Refuse(context, RejectReasons.NeedsWords);

    public override string Show(AnswerValue value) => value is TextAnswer text ? text.Value : "";
}
