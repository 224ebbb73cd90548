using System.Security.Cryptography;
using System.Text;
using PbfFieldBot.Engine.Dialogs.Checks;
using PbfFieldBot.Engine.Dialogs.Questions;

namespace PbfFieldBot.Engine.Dialogs;

/// <summary>Reads one dialog from its files, or again from the files that a conversation began with.</summary>
public static class DialogReader
{
    private static readonly string[] Keys = ["version", "title", "words", "for", "offered_to", "review", "outside", "questions", "choices"];
    private static readonly string[] Kinds = ["comite", "radio", "osc", "adr", "secretariat"];
    private const int KeyCharacters = 16;

    /// <summary>The file of a dialog, relative to the dialogs folder.</summary>
    public static string FileOf(string id) => id + "/dialogue.yaml";

    /// <summary>Reads the dialog of an id. Files are given by name relative to the dialogs folder; choice lists are choix/NAME.yaml. Null when it cannot be used; the findings say why.</summary>
    public static Dialog? Read(string id, IReadOnlyDictionary<string, string> files, Findings findings)
    {
        var file = FileOf(id);
        if (Document(file, files, findings) is not { } map)
            return null;
        var used = new SortedDictionary<string, string>(StringComparer.Ordinal) { [file] = files[file] };
        var keys = new YamlKeys(map, file, findings, Keys).OnlyKnown();
        var own = OwnLists(map, file, findings);
        var reader = new QuestionReader(file, findings, name => own.GetValueOrDefault(name) ?? Shared(name, files, used, findings), () => own.Keys.Concat(ChoiceListReader.SharedLists(files.Keys)));
        var questions = keys.Maps("questions").Select(reader.Read).OfType<Question>().ToList();
        if (keys.IsMissing("questions") || map["questions"] is YamlList { Items.Count: 0 } or YamlText { IsNull: true })
            findings.Add(ProblemCodes.NoQuestions, file, map["questions"] ?? map);
        if (map["title"] is YamlText { Value.Length: > Limits.ChoiceLabelCharacters } title)
            findings.Add(ProblemCodes.TitleTooLong, file, title, ("length", title.Value.Length), ("limit", Limits.ChoiceLabelCharacters));
        var dialog = new Dialog
        {
            Id = id,
            Version = keys.PositiveNumber("version"),
            Title = keys.RequiredText("title"),
            Words = [.. keys.Texts("words").Select(w => w.Value)],
            Wordings = [.. keys.Texts("words").Prepend(map["title"]).OfType<YamlText>()],
            For = keys.OneOf("for", "partners", "coordinators") == "partners" ? DialogAudience.Partners : DialogAudience.Coordinators,
            OfferedTo = OfferedTo(keys, findings),
            ReviewRequired = keys.OneOf("review", "required", "automatic") == "required",
            Outside = keys.Flag("outside"),
            Questions = questions,
            Sources = used,
            Key = Digest(used),
        };
        foreach (var check in DialogChecks.All)
            check(dialog, findings);
        return dialog;
    }

    /// <summary>The same dialog from the files it was read from before; they were checked then.</summary>
    public static Dialog FromSources(string id, IReadOnlyDictionary<string, string> sources) =>
        Read(id, sources, new Findings()) ?? throw new InvalidOperationException("the stored dialog cannot be read: " + id);

    /// <summary>Reads a file as a map; null when it is missing or no YAML map.</summary>
    internal static YamlMap? Document(string file, IReadOnlyDictionary<string, string> files, Findings findings)
    {
        try
        {
            var read = Yaml.Read(files[file]);
            if (read is YamlMap map)
                return map;
            findings.Add(ProblemCodes.MapExpected, file, read, ("key", file));
        }
        catch (YamlProblemException problem)
        {
            findings.Add(file, problem);
        }

        return null;
    }

    private static Dictionary<string, ChoiceList> OwnLists(YamlMap map, string file, Findings findings)
    {
        var lists = new Dictionary<string, ChoiceList>(StringComparer.Ordinal);
        if (map["choices"] is YamlMap own)
            foreach (var (name, item) in own.Entries)
                lists[name.Value] = ChoiceListReader.Read(name.Value, item, file, findings);
        else if (map["choices"] is { } wrong)
            findings.Add(ProblemCodes.MapExpected, file, wrong, ("key", "choices"));
        return lists;
    }

    private static ChoiceList? Shared(string name, IReadOnlyDictionary<string, string> files, SortedDictionary<string, string> used, Findings findings)
    {
        if (files.TryGetValue(ChoiceListReader.FileOf(name), out var text))
            used[ChoiceListReader.FileOf(name)] = text;
        return ChoiceListReader.ReadShared(name, files, findings);
    }

    private static IReadOnlyList<string> OfferedTo(YamlKeys keys, Findings findings)
    {
        var kinds = keys.Texts("offered_to");
        foreach (var wrong in kinds.Where(k => !Kinds.Contains(k.Value)))
            findings.Add(ProblemCodes.NotAllowed, keys.File, wrong, ("key", "offered_to"), ("value", wrong.Value), ("allowed", string.Join(", ", Kinds)));
        return [.. kinds.Select(k => k.Value)];
    }

    private static string Digest(SortedDictionary<string, string> files)
    {
        var all = string.Concat(files.Select(f => f.Key + "\n" + f.Value + "\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..KeyCharacters];
    }
}
