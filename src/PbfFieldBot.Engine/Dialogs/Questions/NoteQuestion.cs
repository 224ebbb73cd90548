using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Dialogs.Questions;

/// <summary>`note`: a sentence shown before the next question; nothing is answered.</summary>
public sealed record NoteQuestion(QuestionSource Source) : Question(Source)
{
    public override bool IsAsked => false;

    public override IEnumerable<string> VariableNames => [];

    public override Reading Read(Input input, ReadingContext context) => Refuse(context, RejectReasons.NeedsWords);

    public override string Show(AnswerValue value) => "";
}
