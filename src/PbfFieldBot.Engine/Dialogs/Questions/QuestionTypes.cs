namespace PbfFieldBot.Engine.Dialogs.Questions;

/// <summary>A type of question that authors may use: its keyword and how it is made.</summary>
/// <param name="TakesList">True when a list name follows the keyword ("select_one audience").</param>
public sealed record QuestionType(string Keyword, bool TakesList, Func<QuestionSource, Question> Make);

/// <summary>The types of questions, one line each. XLSForm's, and ours: headcount, place.</summary>
public static class QuestionTypes
{
    public static IReadOnlyList<QuestionType> All { get; } =
    [
        new("integer", false, s => new IntegerQuestion(s)),
        new("decimal", false, s => new DecimalQuestion(s)),
        new("text", false, s => new TextQuestion(s)),
        new("date", false, s => new DateQuestion(s)),
        new("select_one", true, s => new SelectOneQuestion(s)),
        new("select_multiple", true, s => new SelectMultipleQuestion(s)),
        new("image", false, s => new ImageQuestion(s)),
        new("geopoint", false, s => new GeopointQuestion(s)),
        new("note", false, s => new NoteQuestion(s)),
        new("calculate", false, s => new CalculateQuestion(s)),
        new("headcount", false, s => new HeadcountQuestion(s)),
        new("place", false, s => new PlaceQuestion(s)),
    ];

    /// <summary>The type of that keyword; null when there is none.</summary>
    public static QuestionType? Find(string keyword) => All.FirstOrDefault(t => t.Keyword == keyword);

    /// <summary>What an author wrote under `type` for a question: "select_one audience".</summary>
    public static string KeywordOf(Question question)
    {
        var type = All.First(t => t.Make(question.Source).GetType() == question.GetType());
        return type.TakesList && question.Source.Choices is { } list ? type.Keyword + " " + list.Name : type.Keyword;
    }
}
