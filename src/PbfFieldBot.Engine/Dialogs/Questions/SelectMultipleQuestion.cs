using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Dialogs.Questions;

/// <summary>`select_multiple LIST`: any number of choices, in words ("bambara et peul") or one button after another.</summary>
public sealed record SelectMultipleQuestion(QuestionSource Source) : Question(Source)
{
    private static readonly char[] Separators = [',', ';', '/', '+', '&', '\n'];

    private ChoiceList List => Source.Choices ?? throw new InvalidOperationException("select_multiple without a list: " + Name);

    public override IReadOnlyList<Choice> Buttons => List.Choices;

    public override Reading Read(Input input, ReadingContext context)
    {
        if (input is not Message message)
            return RefuseOther(context, input);
        var pieces = message.Text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var found = pieces.SelectMany(Found).Distinct().ToList();
        if (found.Count == 0)
            return Refuse(context, RejectReasons.NotAChoice, message.Text);
        return new Accepted(new ChoicesAnswer([.. List.Choices.Where(found.Contains).Select(c => c.Name)]));
    }

    public override string Show(AnswerValue value) => value is ChoicesAnswer choices ? string.Join(", ", choices.Names.Select(List.LabelOf)) : "";

    private IReadOnlyList<Choice> Found(string piece) => ChoiceWords.Exact(List, piece) is { } exact ? [exact] : ChoiceWords.Within(List, piece);
}
