using System.Globalization;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>Says which rule took which words of one activity: the marks of the scan, in the order of the text, neighbours of one rule joined.</summary>
internal static class ReportExplanation
{
    public static IEnumerable<TracedWords> Of(ReportText text, IReadOnlyList<Cue> cues, ReportReading report)
    {
        foreach (var cue in cues)
            yield return new TracedWords(text.Words.Original(cue.From, cue.To), cue.Name == report.Kind ? "kind" : "kind.other", cue.Name);
        foreach (var (from, to, rule) in Joined(text.Marks.Notes))
            yield return new TracedWords(text.Words.Original(from, to), rule, Value(text, report, rule, from));
        foreach (var name in (string[])["body", "audience", "language", "theme", "radio_name", "organisation", "incident_kind"])
            if (report.Slots.TryGetValue(name, out var value))
                yield return new TracedWords(Shown(value), name, Shown(value));
    }

    private static List<(int From, int To, string Rule)> Joined(IReadOnlyList<(int From, int To, string Rule)> notes)
    {
        var joined = new List<(int From, int To, string Rule)>();
        foreach (var note in notes.Where(n => n.Rule != "people.word").Distinct().OrderBy(n => n.From).ThenByDescending(n => n.To))
        {
            if (joined.Count > 0 && joined[^1].Rule == note.Rule && note.From <= joined[^1].To)
                joined[^1] = joined[^1] with { To = Math.Max(joined[^1].To, note.To) };
            else
                joined.Add(note);
        }

        return joined;
    }

    private static string Value(ReportText text, ReportReading report, string rule, int from) => rule switch
    {
        "date" when report.Slots.GetValueOrDefault("date") is DateAnswer date => Explain.Iso(date.Value),
        "place" when report.Slots.GetValueOrDefault("place") is PlaceAnswer place => place.Value.PCode ?? place.Value.Name,
        "people" or "broadcasts" => (text.Corrected.TryGetValue(from, out var right) ? right : NumberGrammar.At(text.Words, from)?.Value)?.ToString(CultureInfo.InvariantCulture) ?? "",
        "duration_minutes" when report.Slots.GetValueOrDefault("duration_minutes") is NumberAnswer number => number.Value.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    private static string Shown(AnswerValue value) => value switch
    {
        ChoicesAnswer choices => string.Join(' ', choices.Names),
        TextAnswer words => words.Value,
        _ => "",
    };
}
