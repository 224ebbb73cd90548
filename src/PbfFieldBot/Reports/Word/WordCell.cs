using System.Xml.Linq;

namespace PbfFieldBot.Reports.Word;

/// <summary>
/// Puts a text into a cell: into its first paragraph, with the look that its text had. Old runs, form fields and tracked changes go; bookmarks, comments, notes, pictures and all properties stay.
/// </summary>
internal static class WordCell
{
    // Controls that hold a plain or rich text keep it; a list, a date or a box would refuse it.
    private static readonly string[] OtherControls = ["comboBox", "dropDownList", "date", "docPartList", "docPartObj", "picture", "group", "citation", "equation", "bibliography", "checkbox", "repeatingSection"];

    public static void Write(XElement cell, string text)
    {
        var look = CellContent.Look(cell);
        cell.Below("tbl").ToList().ForEach(t => t.Remove());
        var paragraphs = CellContent.Paragraphs(cell);
        if (paragraphs.Count == 0)
            cell.Add(cell.New("p"));
        var first = CellContent.Paragraphs(cell)[0];
        var open = OpensFields(cell);
        var place = Clear(first, open);
        foreach (var paragraph in paragraphs.Skip(1))
            Clear(paragraph, open);
        Free(cell);
        foreach (var marks in paragraphs.Select(p => p.Child("pPr")?.Child("rPr")))
            marks?.Elements().Where(e => e.IsAny("ins", "del", "moveFrom", "moveTo")).Remove();
        var run = CellContent.RunOf(cell, text, look);
        if (place is null)
            first.Add(run);
        else
            place.ReplaceWith(run);
        foreach (var extra in paragraphs.Skip(1).Where(p => p.Elements().All(e => e.Is("pPr"))).ToList())
            extra.Remove();
        cell.Below("sdt").Where(s => !s.Below("p").Any() && !s.Ancestors().Any(a => a.Is("p"))).ToList().ForEach(s => s.Remove());
    }

    /// <summary>Empties a paragraph; returns a mark at the place where its text began, null when it had none.</summary>
    private static XElement? Clear(XElement paragraph, bool keepFields)
    {
        XElement? place = null;
        foreach (var child in paragraph.Elements().Where(e => !e.Is("pPr") && !CellContent.IsRange(e)).ToList())
        {
            if (place is null)
                child.AddBeforeSelf(place = new XElement("place"));
            child.ReplaceWith(Remains(child, keepFields));
        }

        return place;
    }

    private static object[] Remains(XElement element, bool keepFields)
    {
        if (CellContent.IsRange(element))
            return [new XElement(element)];
        if (!element.Is("r"))
            return element.IsAny("pPr", "sdtPr", "del", "moveFrom") && !element.Descendants().Any(CellContent.IsRange) ? [] : [.. element.Elements().SelectMany(e => Remains(e, keepFields))];
        if (CellContent.HoldsMore(element))
            return [new XElement(element.Name, element.Attributes(), element.Elements().Where(e => e.Is("rPr") || CellContent.HoldsMore(new XElement("one", e))))];
        return keepFields && element.Elements().Any(e => e.Is("fldChar")) ? [new XElement(element)] : [];
    }

    // A field that begins in this cell and ends elsewhere: taking one end away would break the document.
    private static bool OpensFields(XElement cell) => cell.Below("fldChar").Count(f => f.Val("fldCharType") == "begin") != cell.Below("fldChar").Count(f => f.Val("fldCharType") == "end");

    // Word takes a placeholder for no text, and puts the bound value back over what is written into a bound control.
    private static void Free(XElement cell)
    {
        var around = cell.Parent is { } content && content.Is("sdtContent") && content.Parent is { } own && own.Is("sdt") ? new[] { own } : [];
        foreach (var control in around.Concat(cell.Below("sdt")).ToList())
        {
            var properties = control.Child("sdtPr");
            properties?.Elements().Where(e => e.IsAny("showingPlcHdr", "dataBinding")).Remove();
            if (control != around.FirstOrDefault() && properties?.Elements().Any(e => OtherControls.Contains(e.Name.LocalName)) == true)
                control.ReplaceWith(control.Child("sdtContent")?.Nodes());
        }
    }
}
