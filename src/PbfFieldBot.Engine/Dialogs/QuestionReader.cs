using System.Text.RegularExpressions;
using PbfFieldBot.Engine.Dialogs.Expressions;
using PbfFieldBot.Engine.Dialogs.Questions;

namespace PbfFieldBot.Engine.Dialogs;

/// <summary>Reads one question of a dialogue.yaml.</summary>
internal sealed partial class QuestionReader(string file, Findings findings, Func<string, ChoiceList?> lists)
{
    private static readonly string[] Keys =
    [
        "type", "name", "label", "title", "hint", "required", "required_message", "relevant", "constraint", "constraint_message",
        "calculation", "default", "essential", "parts", "suggest", "register",
    ];

    private static readonly string[] Parts = ["women", "men", "youth"];
    private static readonly string[] Registers = ["organisation", "radio", "recommandation"];

    /// <summary>The question; null when its type is not known or its list is missing.</summary>
    public Question? Read(YamlMap map)
    {
        var keys = new YamlKeys(map, file, findings, Keys).OnlyKnown();
        if (keys.TextItem("type") is not { } typeItem)
        {
            keys.RequiredText("type");
            return null;
        }

        var words = typeItem.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (QuestionTypes.Find(words[0]) is not { } type)
        {
            UnknownType(typeItem, words[0]);
            return null;
        }

        var choices = Choices(type, typeItem, words, keys);
        if (type.TakesList && choices is null)
            return null;
        var source = Source(keys, choices);
        Check(type, keys, source);
        return type.Make(source);
    }

    private void UnknownType(YamlText item, string word)
    {
        if (YamlKeys.Near(word, QuestionTypes.All.Select(t => t.Keyword)) is { } near)
            findings.Add(ProblemCodes.UnknownTypeNear, file, item, ("type", word), ("near", near));
        else
            findings.Add(ProblemCodes.UnknownType, file, item, ("type", word), ("known", string.Join(", ", QuestionTypes.All.Select(t => t.Keyword))));
    }

    private ChoiceList? Choices(QuestionType type, YamlText typeItem, string[] words, YamlKeys keys)
    {
        var (name, item) = type.TakesList ? (words.ElementAtOrDefault(1), typeItem) : (keys.Text("suggest"), keys.TextItem("suggest") ?? typeItem);
        if (type.TakesList && name is null)
            findings.Add(ProblemCodes.MissingListName, file, item, ("type", words[0]));
        if (!type.TakesList && words.Length > 1)
            findings.Add(ProblemCodes.ListNotTaken, file, item, ("type", words[0]));
        if (name is null)
            return null;
        var list = lists(name);
        if (list is null)
            findings.Add(ProblemCodes.MissingList, file, item, ("list", name));
        return list;
    }

    private QuestionSource Source(YamlKeys keys, ChoiceList? choices) => new()
    {
        Name = keys.RequiredText("name"),
        Label = keys.Text("label") ?? "",
        Title = keys.Text("title"),
        Hint = keys.Text("hint"),
        Required = keys.Flag("required"),
        RequiredMessage = keys.Text("required_message"),
        Relevant = Expression(keys, "relevant"),
        Constraint = Expression(keys, "constraint"),
        ConstraintMessage = keys.Text("constraint_message"),
        Calculation = Expression(keys, "calculation"),
        Default = Expression(keys, "default"),
        Essential = keys.Flag("essential"),
        Choices = choices,
        Register = Register(keys),
        Parts = PartsOf(keys),
        At = (file, keys.Map.Line, keys.Map.Column),
    };

    private void Check(QuestionType type, YamlKeys keys, QuestionSource source)
    {
        var map = keys.Map;
        if (source.Name.Length > 0 && !GoodName().IsMatch(source.Name))
            findings.Add(ProblemCodes.BadName, file, map["name"]!, ("name", source.Name));
        if (type.Keyword != "calculate" && map["label"] is null or YamlText { IsNull: true })
            findings.Add(ProblemCodes.MissingKey, file, map["label"] ?? map, ("key", "label"));
        if (source.Label.Length > Limits.LabelCharacters)
            findings.Add(ProblemCodes.LabelTooLong, file, map["label"]!, ("length", source.Label.Length), ("limit", Limits.LabelCharacters));
        if (source.Constraint is not null && source.ConstraintMessage is null)
            findings.Add(ProblemCodes.MissingConstraintMessage, file, map["constraint"]!);
        if (source.ConstraintMessage is not null && source.Constraint is null && map["constraint"] is null)
            findings.Add(ProblemCodes.MissingConstraint, file, map["constraint_message"]!);
        if (type.Keyword == "calculate" && source.Calculation is null && map["calculation"] is null)
            findings.Add(ProblemCodes.MissingKey, file, map, ("key", "calculation"));
        if (type.Keyword == "select_multiple" && source.Choices?.Choices.FirstOrDefault(c => c.Name.Contains(' ', StringComparison.Ordinal)) is { } blank)
            findings.Add(ProblemCodes.BlankInChoiceName, file, map["type"]!, ("name", blank.Name));
        foreach (var (key, keyword) in (ReadOnlySpan<(string, string)>)[("parts", "headcount"), ("suggest", "text"), ("register", "text"), ("calculation", "calculate")])
            if (map[key] is { } item && type.Keyword != keyword)
                findings.Add(ProblemCodes.KeyOfOtherType, file, item, ("key", key), ("type", keyword));
    }

    private XFormExpression? Expression(YamlKeys keys, string key)
    {
        if (keys.TextItem(key) is not { } item)
            return null;
        try
        {
            var expression = XFormExpression.Parse(item.Value);
            CheckPatterns(item);
            return expression;
        }
        catch (FormatException problem)
        {
            findings.AddSentence(ProblemCodes.BadExpression, file, item, problem.Message);
            return null;
        }
    }

    // A pattern that the non-backtracking engine cannot run would fail at the partner's answer: refuse it here.
    private void CheckPatterns(YamlText item)
    {
        foreach (Match call in RegexCall().Matches(item.Value))
        {
            try
            {
                _ = new Regex(call.Groups["pattern"].Value, RegexOptions.NonBacktracking);
            }
            catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
            {
                findings.Add(ProblemCodes.BadPattern, file, item, ("pattern", call.Groups["pattern"].Value));
            }
        }
    }

    private string? Register(YamlKeys keys)
    {
        if (keys.TextItem("register") is not { } item)
            return null;
        if (!Registers.Contains(item.Value))
            findings.Add(ProblemCodes.NotAllowed, file, item, ("key", "register"), ("value", item.Value), ("allowed", string.Join(", ", Registers)));
        return item.Value;
    }

    private IReadOnlyList<string> PartsOf(YamlKeys keys)
    {
        if (keys.Map["parts"] is null)
            return ["women"];
        var parts = keys.Texts("parts");
        foreach (var wrong in parts.Where(p => !Parts.Contains(p.Value)))
            findings.Add(ProblemCodes.NotAllowed, file, wrong, ("key", "parts"), ("value", wrong.Value), ("allowed", string.Join(", ", Parts)));
        return [.. parts.Select(p => p.Value).Where(Parts.Contains)];
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex GoodName();

    [GeneratedRegex("""regex\s*\([^,]*,\s*(?<quote>['"])(?<pattern>[^'"]*)\k<quote>\s*\)""")]
    private static partial Regex RegexCall();
}
