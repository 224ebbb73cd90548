using System.Xml.Linq;

namespace PbfFieldBot.Reports.Word;

/// <summary>What of a cell is text that an entry replaces, and what stays: marks of ranges, notes, pictures.</summary>
internal static class CellContent
{
    private static readonly string[] Ranges =
    [
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
    ];

    private static readonly string[] Kept = ["drawing", "pict", "object", "footnoteReference", "endnoteReference", "commentReference"];
    private static readonly string[] NoLook = ["ins", "del", "moveFrom", "moveTo", "rPrChange", "vanish", "specVanish", "webHidden"];

    public static bool IsRange(XElement element) => element.IsAny(Ranges);

    /// <summary>True for a run that holds more than text: a picture, a note, a comment's anchor.</summary>
    public static bool HoldsMore(XElement run) => run.Descendants().Any(e => e.IsAny(Kept));

    /// <summary>The paragraphs of a cell, without those of text boxes.</summary>
    public static List<XElement> Paragraphs(XElement cell) => [.. cell.Below("p").Where(p => !IsInTextBox(p, cell))];

    /// <summary>The runs of a cell, without those of text boxes.</summary>
    public static List<XElement> Runs(XElement cell) => [.. cell.Below("r").Where(r => !IsInTextBox(r, cell))];

    public static bool IsDeleted(XElement run) => run.Ancestors().TakeWhile(a => !a.Is("tc")).Any(a => a.IsAny("del", "moveFrom"));

    /// <summary>How the cell's text looks: the first run that shows something, else the first run, else the paragraph's own mark; without what marks a change or hides.</summary>
    public static XElement? Look(XElement cell)
    {
        var runs = Runs(cell).Where(r => !IsDeleted(r)).ToList();
        var run = runs.FirstOrDefault(r => !WordText.IsBlank(r)) ?? runs.FirstOrDefault() ?? Runs(cell).FirstOrDefault();
        var look = run is null ? Paragraphs(cell).FirstOrDefault()?.Child("pPr")?.Child("rPr") : run.Child("rPr");
        if (look is null)
            return null;
        var copy = cell.New("rPr", look.Elements().Where(e => !e.IsAny(NoLook)).Select(e => new XElement(e)));
        if (run?.Ancestors().Any(a => a.Is("sdt") && a.Child("sdtPr")?.Child("showingPlcHdr") is not null) == true)
            copy.Elements().Where(e => e.Is("rStyle")).Remove();
        return copy.HasElements ? copy : null;
    }

    /// <summary>A run with a text; its lines are parted by breaks. Signs that XML forbids are left out.</summary>
    public static XElement RunOf(XElement cell, string text, XElement? look)
    {
        var run = cell.New("r", look);
        foreach (var (line, at) in text.Split('\n').Select((l, i) => (l, i)))
        {
            if (at > 0)
                run.Add(cell.New("br"));
            run.Add(cell.New("t", new XAttribute(XNamespace.Xml + "space", "preserve"), string.Concat(line.Where((c, i) => System.Xml.XmlConvert.IsXmlChar(c) || IsPair(line, i)))));
        }

        return run;
    }

    private static bool IsPair(string text, int at) => (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])) || (char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]));

    private static bool IsInTextBox(XElement element, XElement cell) => element.Ancestors().TakeWhile(a => a != cell).Any(a => a.Is("txbxContent"));
}
