using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Reports.Word;

namespace PbfFieldBot.Reports.Check;

/// <summary>Finds the questions of a report and their answers: headings that the data know, in their order, and others that state a limit of characters.</summary>
internal sealed partial class SectionReader
{
    private readonly IReadOnlyList<KnownSection> known;
    private readonly List<ReportSection> sections = [];
    private readonly List<string> answer = [];
    private KnownSection open = new("", "", null);
    private int next;

    private SectionReader(IReadOnlyList<KnownSection> known) => this.known = known;

    /// <summary>The sections in the document's order; the tables of indicators are left out.</summary>
    public static IReadOnlyList<ReportSection> Read(XDocument document, IReadOnlySet<XElement> tables, IReadOnlyList<KnownSection> known)
    {
        var reader = new SectionReader(known);
        foreach (var paragraph in document.Descendants().Where(e => e.Is("p") && !e.Ancestors().Any(a => tables.Contains(a) || a.Name.LocalName == "Fallback" || a.Is("p"))))
            reader.Take(WordText.Of(paragraph), paragraph.Child("pPr")?.Child("pStyle").Val() ?? "");
        reader.Close();
        return reader.sections;
    }

    private void Take(string text, string style)
    {
        var folded = Folding.Fold(text);
        var at = folded.Length == 0 ? -1 : Enumerable.Range(next, known.Count - next).FirstOrDefault(i => Begins(folded, Folding.Fold(known[i].Heading)), -1);
        if (at >= 0)
        {
            Begin(known[at] with { Limit = LimitIn(text) ?? known[at].Limit });
            next = at + 1;
            answer.Add(After(text, Folding.Fold(known[at].Heading)));
        }
        else if (LimitIn(text) is { } limit)
        {
            Begin(new KnownSection(open.Part, text[..(Limited().Match(text).Index + Limited().Match(text).Length)], limit));
            answer.Add(text[(Limited().Match(text).Index + Limited().Match(text).Length)..]);
        }
        else if (style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase) || style.StartsWith("Titre", StringComparison.OrdinalIgnoreCase))
        {
            Begin(new KnownSection("", text, null));
        }
        else
        {
            answer.Add(text);
        }
    }

    private void Begin(KnownSection section)
    {
        Close();
        open = section;
    }

    private void Close()
    {
        sections.Add(new ReportSection(open.Part, open.Heading, open.Limit, string.Join('\n', answer.Select(a => a.Trim(' ', ':'))).Trim()) { IsPlan = open.IsPlan });
        answer.Clear();
    }

    private static bool Begins(string text, string heading) => text.StartsWith(heading, StringComparison.Ordinal) && (text.Length == heading.Length || text[heading.Length] == ' ');

    // The heading's end in the text as it is written, accents and signs included.
    private static string After(string text, string heading)
    {
        for (var end = Math.Min(text.Length, heading.Length); end <= text.Length; end++)
            if (Folding.Fold(text[..end]) == heading && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return text[end..].TrimStart(' ', ':', ')', '.', '?', '\u00bb', '*');
        return "";
    }

    private static int? LimitIn(string text) => Limited().Match(text) is { Success: true } match
        && int.TryParse(string.Concat(match.Groups["limit"].Value.Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null;

    [GeneratedRegex(@"\(\s*((limite?( de| of)?|maximum( de)?|max\.?)\s*:?\s*)?(?<limit>\d[\d \u00a0.,]*)\s*(caract.{1,2}res?|characters?|signes)(?![^)]*(par entr|per entr))[^)]*\)\s*:?", RegexOptions.IgnoreCase)]
    private static partial Regex Limited();
}
