using System.Globalization;
using Humanizer;
using PbfFieldBot.Engine;
using PbfFieldBot.Engine.Digests;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Digests;

/// <summary>Monday's digest in French, short enough for one Telegram message.</summary>
public static class DigestText
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>The text; lists are shortened until it fits one message.</summary>
    public static string Of(Digest digest, DigestPlan plan)
    {
        for (var longest = plan.LongestList; ; longest--)
        {
            var text = Of(digest, plan, longest);
            if (text.Length <= Limits.MessageCharacters)
                return text;
            if (longest == 0)
                return text[..(Limits.MessageCharacters - 1)] + "\u2026";
        }
    }

    private static string Of(Digest digest, DigestPlan plan, int longest)
    {
        var parts = plan.Sections.Select(s => Section(s, digest, plan, longest)).Where(p => p.Length > 0);
        return string.Join("\n\n", parts.Prepend(Title(digest)));
    }

    private static string Title(Digest digest) => Say(
        digest.SoFar is null ? "title" : "title_so_far",
        ("today", digest.SoFar is { } today ? Day(today, " MMMM") : ""),
        ("week", digest.Week.Number),
        ("from", Day(digest.Week.Monday, digest.Week.Monday.Month == digest.Week.Sunday.Month ? "" : digest.Week.Monday.Year == digest.Week.Sunday.Year ? " MMMM" : " MMMM yyyy")),
        ("to", Day(digest.Week.Sunday, " MMMM yyyy")),
        ("area", digest.Area ?? Say("whole")));

    private static string Section(DigestSection section, Digest digest, DigestPlan plan, int longest) => section switch
    {
        DigestSection.Activities => Activities(digest, plan),
        DigestSection.Participants => digest.Participants == 0 ? "" : Participants(digest),
        DigestSection.Waiting => Listed("waiting", digest.Waiting, longest, w => Say("waiting_line", ("receipt", w.Receipt), ("what", w.Place is null ? w.Title : w.Title + ", " + w.Place), ("span", Span(w.Days)))),
        DigestSection.Silent => Lines(Listed("silent", digest.Silent, longest, s => s.Days is { } days ? Say("silent_line", ("who", s.Shown), ("span", Span(days))) : Say("never_line", ("who", s.Shown))), Quiet(digest, longest)),
        DigestSection.Oddities => digest.Oddities.Count == 0 ? "" : Lines(Say("oddities"), digest.Oddities.Select(o => Oddity(o, longest))),
        DigestSection.Indicators => digest.Indicators.Count == 0 ? "" : Indicators(digest),
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, null),
    };

    private static string Activities(Digest digest, DigestPlan plan)
    {
        var title = Count("reports", digest.Reports, ("before", Count("before", digest.ReportsBefore)));
        return Lines(title, digest.Kinds.Where(k => k.Now > 0).Select(k => "\u2022 " + Counted(k, plan)));
    }

    private static string Counted(KindCount kind, DigestPlan plan) => plan.Kinds.Has(kind.Kind + ".one")
        ? plan.Kinds.Count(kind.Kind, kind.Now)
        : Say("kind", ("title", kind.Title), ("n", kind.Now));

    private static string Participants(Digest digest)
    {
        var people = Count("participants", digest.Participants, ("before", Number(digest.ParticipantsBefore)));
        if (digest.WomenOf == 0)
            return people + "\n" + Say("women_unknown");
        var share = Math.Round(100m * digest.Women / digest.WomenOf);
        var key = digest.WomenOf == digest.Participants ? "women" : "women_of";
        return people + "\n" + Count(key, digest.Women, ("share", Number(share)), ("of", Number(digest.WomenOf)));
    }

    private static IEnumerable<string> Quiet(Digest digest, int longest)
    {
        if (digest.Nil.Count > 0)
            yield return Count("nil", digest.Nil.Count, ("names", Shortened(digest.Nil, longest, ", ")));
        if (digest.Paused.Count > 0)
            yield return Count("paused", digest.Paused.Count, ("names", Shortened([.. digest.Paused.Select(p => Say("paused_until", ("who", p.Shown), ("day", Day(p.Until, " MMMM"))))], longest, ", ")));
    }

    private static string Oddity(Oddity oddity, int longest) =>
        "\u2022 " + Count("oddity." + oddity.Key, oddity.Receipts.Count) + (longest == 0 ? "" : " : " + Shortened(oddity.Receipts, longest, ", "));

    private static string Indicators(Digest digest)
    {
        List<string> lines = [Say("indicators")];
        lines.AddRange(digest.Indicators.Where(p => !p.IsReached && p.Value.Value > 0).Select(p => "\u2022 " + Line(p)));
        var reached = digest.Indicators.Where(p => p.IsReached).Select(p => p.Name).ToList();
        if (reached.Count > 0)
            lines.Add(Say("reached", ("names", string.Join(", ", reached))));
        var begun = digest.Indicators.Where(p => p.Value.Value == 0 && !p.IsReached).ToList();
        if (begun.Count > 0)
            lines.Add(Say("not_begun", ("names", string.Join(", ", begun.Select(p => p.Indicator.Unit is IndicatorUnit.YesNo ? p.Name : Say("name_target", ("name", p.Name), ("target", Value(p.Indicator, p.Indicator.Target))))))));
        return string.Join('\n', lines);
    }

    private static string Line(Progress p)
    {
        var line = Say("progress", ("name", p.Name), ("value", Value(p.Indicator, p.Value.Value)), ("target", Value(p.Indicator, p.Indicator.Target)));
        if (p.Added != 0)
            line += Say("added", ("n", (p.Added > 0 ? "+" : "\u2212") + Number(Math.Abs(p.Added))));
        return p.Pace is { } pace ? line + Say("pace", ("n", Number(pace))) : line;
    }

    private static string Listed<T>(string key, IReadOnlyList<T> items, int longest, Func<T, string> line)
    {
        List<string> shown = [.. items.Take(longest).Select(i => "\u2022 " + line(i))];
        if (items.Count > longest)
            shown.Add(Count("more", items.Count - longest));
        return Lines(Count(key, items.Count), shown);
    }

    private static string Shortened(IReadOnlyList<string> names, int longest, string between) =>
        string.Join(between, names.Take(longest)) + (names.Count > longest ? " " + Count("more", names.Count - longest) : "");

    private static string Lines(string title, IEnumerable<string> lines) => string.Join('\n', lines.Prepend(title));

    private static string Span(int days) => days == 0 ? Say("today") : Say("ago", ("span", TimeSpan.FromDays(days).Humanize(culture: French, maxUnit: TimeUnit.Year)));

    internal static string Value(Indicator indicator, decimal value) => Display.Of(indicator, value, null);

    internal static string Day(DateOnly day, string month) => (day.Day == 1 ? Say("first") : day.ToString("%d", French)) + (month.Length == 0 ? "" : day.ToString(month, French));

    private static string Number(decimal number) => number.ToString("#,0.##", French).Replace('\u202f', '\u00a0');

    private static string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => AppPhrases.Text("digest." + key, values);

    private static string Count(string key, decimal number, params ReadOnlySpan<(string Name, object? Value)> values) => AppPhrases.File.Count("digest." + key, number, values);
}
