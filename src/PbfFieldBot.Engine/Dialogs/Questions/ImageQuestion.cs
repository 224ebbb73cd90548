using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Dialogs.Questions;

/// <summary>`image`: a photo, e.g. of the attendance list.</summary>
public sealed record ImageQuestion(QuestionSource Source) : Question(Source)
{
    public override Reading Read(Input input, ReadingContext context) => input is Photo photo
        ? new Accepted(new ImageAnswer(photo.FileId))
        : Refuse(context, RejectReasons.NeedsPhoto);

    public override string Show(AnswerValue value) => "\U0001F4F7";
}
