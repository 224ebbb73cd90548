using System.Globalization;
using PbfFieldBot.Engine.Dialogs;

namespace PbfFieldBot.Engine.Transcripts;

/// <summary>Reads written conversations from YAML: `today`, `people`, `talk`. Unknown keys are mistakes.</summary>
public static class TranscriptReader
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"];
    private static readonly string[] Acts = ["says", "taps", "photo", "document", "location", "edits", "command"];
    private static readonly TimeSpan Morning = TimeSpan.FromHours(9);

    /// <summary>Reads one file; what is wrong is added to the findings. Null when it cannot be read at all.</summary>
    public static Transcript? Read(string file, string yaml, Findings findings)
    {
        try
        {
            if (Yaml.Read(yaml) is YamlMap map)
                return Read(new YamlKeys(map, file, findings, "today", "people", "talk").OnlyKnown(), findings);
            findings.Add(ProblemCodes.MapExpected, file, 1, 1, ("key", file));
        }
        catch (YamlProblemException problem)
        {
            findings.Add(file, problem);
        }

        return null;
    }

    private static Transcript Read(YamlKeys keys, Findings findings)
    {
        keys.RequiredText("today");
        if (keys.IsMissing("talk") || keys.Map["talk"] is YamlText { IsNull: true })
            findings.Add(ProblemCodes.MissingKey, keys.File, keys.Map["talk"] ?? keys.Map, ("key", "talk"));
        var people = keys.Maps("people").Select(m => Person(m, keys.File, findings)).ToList();
        var talk = keys.Maps("talk").Select(m => Line(m, keys.File, findings)).OfType<TranscriptLine>().ToList();
        foreach (var line in talk.Where(l => l.From.Length > 0 && people.TrueForAll(p => p.Id != l.From)))
            if (YamlKeys.Near(line.From, people.Select(p => p.Id)) is { } near)
                findings.Add(ProblemCodes.UnknownSpeakerNear, keys.File, line.Line, 1, ("name", line.From), ("near", near));
            else
                findings.Add(ProblemCodes.UnknownSpeaker, keys.File, line.Line, 1, ("name", line.From));
        foreach (var twice in people.GroupBy(p => p.Id).SelectMany(p => p.Skip(1)))
            findings.Add(ProblemCodes.DoubledPerson, keys.File, twice.Line, 1, ("name", twice.Id));
        return new Transcript(keys.File, Time(keys, "today", findings) ?? default, people, talk);
    }

    private static TranscriptPerson Person(YamlMap map, string file, Findings findings)
    {
        var keys = new YamlKeys(map, file, findings, "id", "role", "kind", "organisation", "area", "supported").OnlyKnown();
        return new TranscriptPerson(
            keys.RequiredText("id"),
            keys.OneOf("role", "partner", "coordinator", "administrator"),
            keys.TextItem("kind") is null ? null : keys.OneOf("kind", "comite", "radio", "osc", "adr", "secretariat"),
            keys.Text("organisation"),
            keys.Text("area"),
            keys.Flag("supported"),
            map.Line);
    }

    private static TranscriptLine? Line(YamlMap map, string file, Findings findings)
    {
        var keys = new YamlKeys(map, file, findings, ["from", .. Acts, "expect", "answers", "at"]).OnlyKnown();
        var from = keys.RequiredText("from");
        var acts = Acts.Where(a => map[a] is not null).ToList();
        if (acts.Count != 1)
        {
            if (acts.Count > 1 || Array.TrueForAll(Acts, keys.IsMissing))
                findings.Add(ProblemCodes.OneActPerLine, file, map, ("acts", string.Join(", ", Acts)));
            return null;
        }

        var text = acts[0] == "location" ? string.Join(' ', keys.Texts("location").Select(t => t.Value)) : keys.Text(acts[0]) ?? "";
        return new TranscriptLine(from, Enum.Parse<TranscriptAct>(acts[0], ignoreCase: true), text, keys.Text("expect"), Answers(map, file, findings), Time(keys, "at", findings), map.Line);
    }

    private static Dictionary<string, IReadOnlyList<string>> Answers(YamlMap map, string file, Findings findings)
    {
        var answers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (map["answers"] is not YamlMap given)
        {
            if (map["answers"] is { } wrong)
                findings.Add(ProblemCodes.MapExpected, file, wrong, ("key", "answers"));
            return answers;
        }

        foreach (var (name, item) in given.Entries)
            answers[name.Value] = item switch
            {
                YamlText text => [text.Value],
                YamlList list => [.. list.Items.OfType<YamlText>().Select(t => t.Value)],
                _ => [],
            };
        return answers;
    }

    private static DateTime? Time(YamlKeys keys, string key, Findings findings)
    {
        if (keys.TextItem(key) is not { } item)
            return null;
        if (DateTime.TryParseExact(item.Value, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time.TimeOfDay == TimeSpan.Zero && item.Value.Length <= 10 ? time + Morning : time;
        findings.Add(ProblemCodes.NotATime, keys.File, item, ("value", item.Value));
        return null;
    }
}
