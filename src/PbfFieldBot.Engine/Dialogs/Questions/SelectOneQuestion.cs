using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Dialogs.Questions;

/// <summary>`select_one LIST`: one choice, by button, number or words.</summary>
public sealed record SelectOneQuestion(QuestionSource Source) : Question(Source)
{
    private ChoiceList List => Source.Choices ?? throw new InvalidOperationException("select_one without a list: " + Name);

    public override IReadOnlyList<Choice> Buttons => List.Choices;

    public override Reading Read(Input input, ReadingContext context)
    {
        if (input is not Message message)
            return RefuseOther(context, input);
        if (ChoiceWords.Exact(List, message.Text) is { } exact)
            return Answer(exact);
        var found = ChoiceWords.Within(List, message.Text);
        if (found.Count == 0)
            found = ChoiceWords.Beginning(List, message.Text);
        return found switch
        {
            [var only] => Answer(only),
            [] => Refuse(context, RejectReasons.NotAChoice, message.Text),
            _ => new Undecided(context.Phrases.Text("choice.which"), [.. found.Select(c => new Option(c.Label, new ChoicesAnswer([c.Name])))]),
        };
    }

    public override string Show(AnswerValue value) => value is ChoicesAnswer { Names: [var name, ..] } ? List.LabelOf(name) : "";

    private static Accepted Answer(Choice choice) => new(new ChoicesAnswer([choice.Name]));
}
