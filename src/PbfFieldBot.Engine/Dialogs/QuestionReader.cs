using System.Text.RegularExpressions;
using PbfFieldBot.Engine.Dialogs.Questions;

namespace PbfFieldBot.Engine.Dialogs;

/// <summary>Reads one question of a dialogue.yaml.</summary>
internal sealed partial class QuestionReader(string file, Findings findings, Func<string, ChoiceList?> lists, Func<IEnumerable<string>> listNames)
{
    private static readonly string[] Keys =
    [
        "type", "name", "label", "title", "hint", "required", "required_message", "relevant", "constraint", "constraint_message",
        "calculation", "default", "essential", "parts", "suggest", "register",
    ];

    // Keys that say something for one type only, and those that say nothing for a type that nobody answers.
    private static readonly (string Key, string Type)[] OfOneType = [("parts", "headcount"), ("suggest", "text"), ("register", "text"), ("calculation", "calculate")];
    private static readonly string[] OfAnswers = ["required", "required_message", "constraint", "constraint_message", "default", "essential"];
    private static readonly string[] ShownTexts = ["label", "hint", "constraint_message", "required_message"];
    private static readonly string[] Parts = ["women", "men", "youth"];
    private static readonly string[] Registers = ["organisation", "radio", "recommandation"];

    /// <summary>The question; null when it has no type. A question of an unknown type is read as text, so that others may refer to it.</summary>
    public Question? Read(YamlMap map)
    {
        var keys = new YamlKeys(map, file, findings, Keys).OnlyKnown();
        if (keys.TextItem("type") is not { } typeItem)
        {
            keys.RequiredText("type");
            return null;
        }

        var words = typeItem.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (QuestionTypes.Find(words.FirstOrDefault("")) is not { } type)
            return UnknownType(typeItem, words.FirstOrDefault("")).Make(Source(keys, Choices(typeItem, words.ElementAtOrDefault(1))));
        var choices = type.TakesList ? ListOf(typeItem, words) : Suggested(keys, typeItem, words);
        var source = Source(keys, choices);
        Check(type, keys, source);
        return type.Make(source);
    }

    // What stands in for the unknown type: the near one, so that no further problem follows from a slip, else text.
    private QuestionType UnknownType(YamlText item, string word)
    {
        var near = YamlKeys.Near(word, QuestionTypes.All.Select(t => t.Keyword));
        if (near is not null)
            findings.Add(ProblemCodes.UnknownTypeNear, file, item, ("type", word), ("near", near));
        else
            findings.Add(ProblemCodes.UnknownType, file, item, ("type", word), ("known", string.Join(", ", QuestionTypes.All.Select(t => t.Keyword))));
        return QuestionTypes.Find(near ?? "text")!;
    }

    private ChoiceList ListOf(YamlText item, string[] words)
    {
        if (words.Length == 1)
            findings.Add(ProblemCodes.MissingListName, file, item, ("type", words[0]));
        if (words.Length > 2 && words[2] == "or_other")
            findings.Add(ProblemCodes.OrOther, file, item);
        else if (words.Length > 2)
            findings.Add(ProblemCodes.OneList, file, item, ("type", words[0]), ("rest", string.Join(' ', words[2..])));
        return Choices(item, words.ElementAtOrDefault(1)) ?? new ChoiceList("", []);
    }

    private ChoiceList? Suggested(YamlKeys keys, YamlText typeItem, string[] words)
    {
        if (words.Length > 1)
            findings.Add(ProblemCodes.ListNotTaken, file, typeItem, ("type", words[0]));
        return Choices(keys.TextItem("suggest") ?? typeItem, keys.Text("suggest"));
    }

    private ChoiceList? Choices(YamlText item, string? name)
    {
        if (name is null)
            return null;
        if (lists(name) is { } list)
            return list;
        if (YamlKeys.Near(name, listNames()) is { } near)
            findings.Add(ProblemCodes.MissingListNear, file, item, ("list", name), ("near", near));
        else
            findings.Add(ProblemCodes.MissingList, file, item, ("list", name));
        return new ChoiceList(name, []);
    }

    private QuestionSource Source(YamlKeys keys, ChoiceList? choices) => new()
    {
        Name = keys.RequiredText("name"),
        Label = keys.Text("label") ?? "",
        Title = keys.Text("title"),
        Hint = keys.Text("hint"),
        Required = keys.Flag("required"),
        RequiredMessage = keys.Text("required_message"),
        Relevant = ExpressionReader.Read(keys, "relevant"),
        Constraint = ExpressionReader.Read(keys, "constraint"),
        ConstraintMessage = keys.Text("constraint_message"),
        Calculation = ExpressionReader.Read(keys, "calculation"),
        Default = ExpressionReader.Read(keys, "default"),
        Essential = keys.Flag("essential"),
        Choices = choices,
        Register = Register(keys),
        Parts = PartsOf(keys),
        At = (file, keys.Map.Line, keys.Map.Column),
        Keys = keys.Map.Entries.ToDictionary(e => e.Key.Value, e => (e.Value.Line, e.Value.Column), StringComparer.Ordinal),
    };

    private void Check(QuestionType type, YamlKeys keys, QuestionSource source)
    {
        var map = keys.Map;
        if (source.Name.Length > 0 && !GoodName().IsMatch(source.Name))
            findings.Add(ProblemCodes.BadName, file, map["name"]!, ("name", source.Name));
        if (type.Keyword != "calculate" && (keys.IsMissing("label") || map["label"] is YamlText { Value: var label } && string.IsNullOrWhiteSpace(label)))
            findings.Add(ProblemCodes.MissingKey, file, map["label"] ?? map, ("key", "label"));
        if (source.Constraint is not null && source.ConstraintMessage is null && keys.IsMissing("constraint_message"))
            findings.Add(ProblemCodes.MissingConstraintMessage, file, map["constraint"]!);
        if (source.ConstraintMessage is not null && source.Constraint is null && keys.IsMissing("constraint"))
            findings.Add(ProblemCodes.MissingConstraint, file, map["constraint_message"]!);
        if (type.Keyword == "calculate" && source.Calculation is null && keys.IsMissing("calculation"))
            findings.Add(ProblemCodes.MissingKey, file, map, ("key", "calculation"));
        if (type.Keyword == "select_multiple")
            foreach (var blank in source.Choices!.Choices.Where(c => c.Name.Contains(' ', StringComparison.Ordinal)))
                findings.Add(ProblemCodes.BlankInChoiceName, blank.At.File, blank.At.Line, blank.At.Column, ("name", blank.Name));
        CheckLengths(keys);
        CheckKeysOfType(type, map);
    }

    private void CheckLengths(YamlKeys keys)
    {
        foreach (var text in ShownTexts.Select(k => keys.Map[k]).OfType<YamlText>().Where(t => t.Value.Length > Limits.LabelCharacters))
            findings.Add(ProblemCodes.LabelTooLong, file, text, ("length", text.Value.Length), ("limit", Limits.LabelCharacters));
        if (keys.Map["title"] is YamlText { Value.Length: > Limits.ChoiceLabelCharacters } title)
            findings.Add(ProblemCodes.TitleTooLong, file, title, ("length", title.Value.Length), ("limit", Limits.ChoiceLabelCharacters));
    }

    private void CheckKeysOfType(QuestionType type, YamlMap map)
    {
        foreach (var (key, _) in map.Entries)
        {
            if (OfOneType.FirstOrDefault(o => o.Key == key.Value) is { Type: { } owner } && owner != type.Keyword)
                findings.Add(ProblemCodes.KeyOfOtherType, file, key, ("key", key.Value), ("type", owner));
            if (type.Keyword is "note" or "calculate" && OfAnswers.Contains(key.Value))
                findings.Add(ProblemCodes.KeyNotForType, file, key, ("key", key.Value), ("type", type.Keyword));
        }
    }

    private string? Register(YamlKeys keys) => keys.TextItem("register") is null ? null : keys.OneOf("register", Registers);

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
}
