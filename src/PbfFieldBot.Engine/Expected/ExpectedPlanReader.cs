using System.Globalization;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;

namespace PbfFieldBot.Engine.Expected;

/// <summary>Reads dialogs/attendus.yaml; what is wrong is added to the findings.</summary>
public static class ExpectedPlanReader
{
    /// <summary>The file's name in the dialogs folder.</summary>
    public const string File = "attendus.yaml";

    private const int MostReminders = 2;
    private const int LongestDelay = 14;
    private const int DaysOfMonth = 31;
    private static readonly string[] Kinds = ["comite", "radio", "osc", "adr", "secretariat"];
    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>Reads the file's text against the dialogs that it names.</summary>
    public static ExpectedPlan Read(string text, IReadOnlyList<Dialog> dialogs, Findings findings)
    {
        try
        {
            if (Yaml.Read(text) is YamlMap map)
                return Read(new YamlKeys(map, File, findings, "reminders", "expected").OnlyKnown(), dialogs);
            findings.Add(ProblemCodes.MapExpected, File, 1, 1, ("key", File));
        }
        catch (YamlProblemException problem)
        {
            findings.Add(File, problem);
        }

        return new ExpectedPlan();
    }

    private static ExpectedPlan Read(YamlKeys keys, IReadOnlyList<Dialog> dialogs)
    {
        var reports = keys.Maps("expected").Select(m => Report(new YamlKeys(m, File, keys.Findings, "name", "title", "of", "reports", "every", "due").OnlyKnown(), dialogs)).ToList();
        foreach (var twice in reports.Index().Where(r => reports.Take(r.Index).Any(b => b.Name == r.Item.Name)))
            keys.Findings.Add(ProblemCodes.DoubledCode, File, keys.Maps("expected")[twice.Index], ("code", twice.Item.Name));
        var plan = new ExpectedPlan { Reports = reports };
        if (keys.InnerMap("reminders") is not { } given)
            return plan;
        var reminders = new YamlKeys(given, File, keys.Findings, "from", "until", "after").OnlyKnown();
        return plan with { From = Hour(reminders, "from", plan.From), Until = Hour(reminders, "until", plan.Until), After = After(reminders) ?? plan.After };
    }

    private static ExpectedReport Report(YamlKeys keys, IReadOnlyList<Dialog> dialogs)
    {
        var of = keys.Texts("of");
        var reports = keys.Texts("reports");
        foreach (var key in new[] { "of", "reports" }.Where(k => keys.Map[k] is null))
            keys.Findings.Add(ProblemCodes.MissingKey, File, keys.Map, ("key", key));
        foreach (var kind in of.Where(k => !Kinds.Contains(k.Value)))
            keys.Findings.Add(ProblemCodes.NotAllowed, File, kind, ("key", "of"), ("value", kind.Value), ("allowed", string.Join(", ", Kinds)));
        foreach (var id in reports.Where(r => !dialogs.Any(d => d.Id == r.Value) && !keys.Findings.IsBroken(DialogReader.FileOf(r.Value))))
            if (YamlKeys.Near(id.Value, dialogs.Select(d => d.Id)) is { } near)
                keys.Findings.Add(ProblemCodes.UnknownDialogNear, File, id, ("name", id.Value), ("near", near));
            else
                keys.Findings.Add(ProblemCodes.UnknownDialog, File, id, ("name", id.Value));
        var every = keys.OneOf("every", "week", "month") == "week" ? Rhythm.Week : Rhythm.Month;
        return new ExpectedReport(keys.RequiredText("name"), keys.RequiredText("title"), [.. of.Select(k => k.Value)], [.. reports.Select(r => r.Value)], every, every is Rhythm.Week ? Weekday(keys) : DayOfMonth(keys));
    }

    private static int Weekday(YamlKeys keys) => keys.RequiredText("due").Length == 0 ? 1 : Array.IndexOf(Weekdays, keys.OneOf("due", Weekdays)) + 1;

    private static int DayOfMonth(YamlKeys keys)
    {
        var day = keys.PositiveNumber("due");
        if (day > DaysOfMonth)
            keys.Findings.Add(ProblemCodes.NotAllowed, File, keys.Map["due"]!, ("key", "due"), ("value", day), ("allowed", "1 - 31"));
        return Math.Min(day, DaysOfMonth);
    }

    private static TimeOnly Hour(YamlKeys keys, string key, TimeOnly usual)
    {
        if (keys.TextItem(key) is not { } item || TimeOnly.TryParseExact(item.Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
            return keys.Text(key) is null ? usual : TimeOnly.ParseExact(keys.Text(key)!, "HH:mm", CultureInfo.InvariantCulture);
        keys.Findings.Add(ProblemCodes.NotAllowed, File, item, ("key", key), ("value", item.Value), ("allowed", "\"08:00\""));
        return usual;
    }

    // At most two, rising: a third reminder nags.
    private static List<int>? After(YamlKeys keys)
    {
        if (keys.Map["after"] is not { } item)
            return null;
        var days = keys.Texts("after").Select(t => int.TryParse(t.Value, CultureInfo.InvariantCulture, out var day) && day is > 0 and <= LongestDelay ? day : 0).ToList();
        if (days.Count is > 0 and <= MostReminders && days[0] > 0 && days.Zip(days.Skip(1)).All(p => p.First < p.Second))
            return days;
        keys.Findings.Add(ProblemCodes.NotAllowed, File, item, ("key", "after"), ("value", string.Join(", ", keys.Texts("after").Select(t => t.Value))), ("allowed", "[1], [1, 3]"));
        return null;
    }
}
