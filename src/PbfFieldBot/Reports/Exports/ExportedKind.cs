using System.Globalization;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Exports;

/// <summary>A dialog with reports: its title, and the columns of every version that reports were made with, today's first.</summary>
internal sealed record ExportedKind(string Id, string Title, IReadOnlyList<ExportColumn> Columns)
{
    // Day, place and area are columns of every report.
    private static readonly string[] Elsewhere = ["date", "place"];

    public static ExportedKind Of(string id, IReadOnlyList<Dialog> versions) => new(
        id,
        versions.Count > 0 ? versions[0].Title : id,
        [.. versions.SelectMany(d => d.Questions).Where(q => q.IsAsked).SelectMany(ColumnsOf).DistinctBy(c => c.Name)]);

    private static IEnumerable<ExportColumn> ColumnsOf(Question question) => question switch
    {
        HeadcountQuestion => People(question),
        DateQuestion when question.Name == "date" => [Column(question, "date_words", Said("words", question), a => (a as DateAnswer)?.Words)],
        _ when Elsewhere.Contains(question.Name) => [],
        _ => [Column(question, question.Name, question.Title, Plain)],
    };

    private static IEnumerable<ExportColumn> People(Question question)
    {
        var prefix = question.Name == HeadcountQuestion.Participants ? "" : question.Name + "_";
        yield return Column(question, question.Name + "_total", Said("total", question), a => Count(a)?.Total);
        yield return Column(question, prefix + "women", Said("women", question), a => Count(a)?.Women);
        yield return Column(question, prefix + "men", Said("men", question), a => Count(a)?.Men);
        yield return Column(question, prefix + "youth", Said("youth", question), a => Count(a)?.Youth);
        yield return Column(question, prefix + "approximate", Said("approximate", question), a => Count(a) is { Approximate: true } ? true : null);
    }

    private static ExportColumn Column(Question question, string name, string title, Func<AnswerValue, object?> value) =>
        new(question.Name, name, title, QuestionTypes.KeywordOf(question), question.Source.Label, question.Source.Choices, value);

    private static Headcount? Count(AnswerValue answer) => (answer as HeadcountAnswer)?.Value;

    private static string Said(string part, Question question) => AppPhrases.Text("export.part." + part, ("title", question.Title));

    private static object? Plain(AnswerValue answer) => answer switch
    {
        NumberAnswer number => number.Value,
        TextAnswer text => text.Value,
        DateAnswer date => date.Value,
        ChoicesAnswer choices => string.Join(' ', choices.Names),
        PlaceAnswer place => place.Value.Name,
        GeopointAnswer point => string.Create(CultureInfo.InvariantCulture, $"{point.Latitude} {point.Longitude}"),
        ImageAnswer => true,
        _ => null,
    };
}
