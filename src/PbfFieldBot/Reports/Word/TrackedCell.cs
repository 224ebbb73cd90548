using System.Xml.Linq;

namespace PbfFieldBot.Reports.Word;

/// <summary>Puts a text into a cell as Word's own revisions: the old text is marked as deleted, the new one as inserted; the officer accepts or rejects each.</summary>
internal static class TrackedCell
{
    public static void Write(XElement cell, string text, RevisionMark mark)
    {
        var look = CellContent.Look(cell);
        var paragraphs = CellContent.Paragraphs(cell);
        if (paragraphs.Count == 0)
            cell.Add(cell.New("p"));
        var first = CellContent.Paragraphs(cell).First(p => !p.Ancestors().TakeWhile(a => a != cell).Any(a => a.Is("tbl")));
        foreach (var run in CellContent.Runs(cell).Where(r => !CellContent.IsDeleted(r) && !CellContent.HoldsMore(r)))
            Delete(run, mark);
        DeleteRows(cell, mark);
        Join(paragraphs, mark);
        var inserted = cell.New("ins", mark.Attributes(cell), CellContent.RunOf(cell, text, look));
        if (first.Elements().LastOrDefault(e => e.Is("del") || e.Descendants().Any(d => d.Is("del"))) is { } last && !last.Is("pPr"))
            last.AddAfterSelf(inserted);
        else
            first.Add(inserted);
    }

    // What this program itself inserted before and nobody accepted yet simply goes.
    private static void Delete(XElement run, RevisionMark mark)
    {
        if (run.Ancestors().TakeWhile(a => !a.Is("p")).FirstOrDefault(a => a.Is("ins") && a.Val("author") == RevisionMark.Author) is { } own)
        {
            run.Remove();
            if (!own.Below("r").Any())
                own.Remove();
            return;
        }

        foreach (var part in run.Descendants().ToList())
            if (part.Is("t"))
                part.Name = part.Name.Namespace + "delText";
            else if (part.Is("instrText"))
                part.Name = part.Name.Namespace + "delInstrText";
        var near = run.Parent!;
        run.ReplaceWith(near.New("del", mark.Attributes(near), new XElement(run)));
    }

    private static void DeleteRows(XElement cell, RevisionMark mark)
    {
        foreach (var row in cell.Below("tr").ToList())
        {
            if (row.Child("trPr") is not { } properties)
                row.AddFirst(properties = row.New("trPr"));
            if (properties.Child("del") is null)
                properties.Add(row.New("del", mark.Attributes(row)));
        }
    }

    // Paragraphs that lost their text join the last one when the change is accepted; a control cannot be joined with what is outside.
    private static void Join(List<XElement> paragraphs, RevisionMark mark)
    {
        if (paragraphs.Skip(1).All(WordText.IsBlank) && paragraphs.Skip(1).All(p => !p.Below("del").Any()))
            return;
        foreach (var (paragraph, next) in paragraphs.Zip(paragraphs.Skip(1)).Where(p => p.First.Parent == p.Second.Parent))
        {
            if (paragraph.Child("pPr") is not { } properties)
                paragraph.AddFirst(properties = paragraph.New("pPr"));
            if (properties.Child("rPr") is not { } look)
            {
                look = paragraph.New("rPr");
                if (properties.Elements().FirstOrDefault(e => e.IsAny("sectPr", "pPrChange")) is { } after)
                    after.AddBeforeSelf(look);
                else
                    properties.Add(look);
            }

            if (look.Child("del") is null && next is not null)
                (look.Child("ins") is { } ins ? (Action<object>)ins.AddAfterSelf : look.AddFirst)(paragraph.New("del", mark.Attributes(paragraph)));
        }
    }
}
