using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Indicators;

/// <summary>Reads one report of a worked example: its kind, the state of its review and its answers by question name, plainly (no French to be understood).</summary>
internal sealed class WorkedReportReader(string file, IReadOnlyList<Dialog> dialogs, Findings findings)
{
    private static readonly string[] States = ["approved", "received", "returned", "rejected"];

    /// <summary>The report; null when its dialog is not known or broken: what it asks is then not known either.</summary>
    public (Submission Submission, SubmissionStatus Status)? Read(YamlMap map)
    {
        var kind = (map["kind"] as YamlText)?.Value ?? "";
        if (dialogs.FirstOrDefault(d => d.Id == kind) is not { } dialog)
        {
            if (YamlKeys.Near(kind, dialogs.Select(d => d.Id)) is { } near)
                findings.Add(ProblemCodes.UnknownDialogNear, file, map["kind"] ?? map, ("name", kind), ("near", near));
            else if (!findings.IsBroken(DialogReader.FileOf(kind)))
                findings.Add(ProblemCodes.UnknownDialog, file, map["kind"] ?? map, ("name", kind));
            return null;
        }

        if (findings.IsBroken(DialogReader.FileOf(kind)))
            return null;
        var keys = new YamlKeys(map, file, findings, ["kind", "status", .. dialog.Questions.Select(q => q.Name)]).OnlyKnown();
        var answers = dialog.Questions.Where(q => map[q.Name] is not null).Select(q => (q.Name, Answer: Answer(q, map[q.Name]!, keys)))
            .Where(a => a.Answer is not null).ToDictionary(a => a.Name, a => a.Answer!, StringComparer.Ordinal);
        var submission = new Submission { Kind = kind, Answers = answers, SentOn = DateOnly.MinValue };
        return (submission, Enum.Parse<SubmissionStatus>(keys.OneOf("status", States), ignoreCase: true));
    }

    private AnswerValue? Answer(Question question, YamlItem item, YamlKeys keys) => (question, item) switch
    {
        (HeadcountQuestion, YamlMap map) => new HeadcountAnswer(Headcount(map)),
        (HeadcountQuestion, YamlText) => new HeadcountAnswer(new Headcount((int?)keys.Decimal(question.Name))),
        (PlaceQuestion, YamlText text) => new PlaceAnswer(PlaceOf(text.Value)),
        (DateQuestion, YamlText) => keys.Date(question.Name) is { } day ? new DateAnswer(day) : null,
        (IntegerQuestion or DecimalQuestion, YamlText) => keys.Decimal(question.Name) is { } number ? new NumberAnswer(number) : null,
        (SelectOneQuestion, YamlText text) => Choices(question, [text]),
        (SelectMultipleQuestion, YamlList list) => Choices(question, [.. list.Items.OfType<YamlText>()]),
        (_, YamlText text) => new TextAnswer(text.Value),
        _ => null,
    };

    private ChoicesAnswer Choices(Question question, IReadOnlyList<YamlText> names)
    {
        foreach (var wrong in names.Where(n => question.Buttons.Count > 0 && question.Buttons.All(b => b.Name != n.Value)))
            findings.Add(ProblemCodes.UnknownChoice, file, wrong, ("choice", wrong.Value), ("question", question.Name), ("known", string.Join(", ", question.Buttons.Select(b => b.Name))));
        return new ChoicesAnswer([.. names.Select(n => n.Value)]);
    }

    private Headcount Headcount(YamlMap map)
    {
        var keys = new YamlKeys(map, file, findings, "total", "women", "men", "youth").OnlyKnown();
        return new Headcount((int?)keys.Decimal("total"), (int?)keys.Decimal("women"), (int?)keys.Decimal("men"), (int?)keys.Decimal("youth")).Derived();
    }

    // A p-code says enough for counting; other words are a place outside.
    private static Place PlaceOf(string text)
    {
        if (!text.StartsWith("ML", StringComparison.Ordinal) || !text[2..].All(char.IsAsciiDigit))
            return new Place(PlaceLevel.Outside, text, null, null, null);
        var level = text.Length switch { <= 4 => PlaceLevel.Region, <= 6 => PlaceLevel.Cercle, _ => PlaceLevel.Commune };
        return new Place(level, text, null, null, text);
    }
}
