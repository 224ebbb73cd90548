using System.Text;
using System.Xml.Linq;

namespace PbfFieldBot.Reports;

/// <summary>Reads and writes what is visible in a piece of WordprocessingML: text cut into runs, form fields, tracked changes.</summary>
internal static class WordCell
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const char EmptyFieldSign = '\u2002';

    /// <summary>The visible text: deleted text and field codes are not, no-break signs are plain, paragraphs are lines.</summary>
    public static string Text(XElement element)
    {
        var text = new StringBuilder();
        foreach (var part in element.Descendants())
        {
            if (part.Name == W + "p" && text.Length > 0)
                text.Append('\n');
            else if (part.Name == W + "t" && !part.Ancestors(W + "del").Any())
                text.Append(part.Value);
            else if (part.Name == W + "tab" && part.Parent?.Name == W + "r" || part.Name == W + "br")
                text.Append(' ');
            else if (part.Name == W + "noBreakHyphen")
                text.Append('-');
        }

        return text.ToString().Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace(EmptyFieldSign, ' ').Trim();
    }

    /// <summary>
    /// Puts a text into a cell: into its first paragraph, with the first run's properties. Old runs, form fields, tracked insertions and deletions go; bookmarks, paragraph and cell properties stay.
    /// </summary>
    public static void Write(XElement cell, string text)
    {
        var paragraphs = cell.Descendants(W + "p").ToList();
        var first = paragraphs.FirstOrDefault();
        if (first is null)
            cell.Add(first = new XElement(W + "p"));
        var look = cell.Descendants(W + "r").Select(r => r.Element(W + "rPr")).FirstOrDefault(p => p is not null) ?? first.Element(W + "pPr")?.Element(W + "rPr");
        foreach (var paragraph in paragraphs)
            Clear(paragraph);
        foreach (var extra in paragraphs.Skip(1).Where(p => p.Elements().All(e => e.Name == W + "pPr")).ToList())
            extra.Remove();
        foreach (var empty in cell.Descendants(W + "sdt").Where(s => !s.Descendants(W + "p").Any()).ToList())
            empty.Remove();
        first.Add(new XElement(W + "r", Plain(look), new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text)));
    }

    // Only what a run may carry: marks of a tracked insertion or deletion do not belong to the new run.
    private static XElement? Plain(XElement? look)
    {
        if (look is null)
            return null;
        var copy = new XElement(look);
        copy.Elements().Where(e => e.Name.LocalName is "ins" or "del" or "moveFrom" or "moveTo" or "rPrChange" or "vanish").Remove();
        return copy.HasElements ? copy : null;
    }

    private static void Clear(XElement paragraph)
    {
        var kept = new[] { W + "pPr", W + "bookmarkStart", W + "bookmarkEnd" };
        var marks = paragraph.Elements().Where(e => !kept.Contains(e.Name)).SelectMany(e => e.Descendants().Where(d => d.Name == kept[1] || d.Name == kept[2])).ToList();
        paragraph.Elements().Where(e => !kept.Contains(e.Name)).Remove();
        paragraph.Add(marks.Select(m => new XElement(m)));
    }
}
