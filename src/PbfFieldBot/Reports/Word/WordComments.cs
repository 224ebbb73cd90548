using System.Globalization;
using System.Xml.Linq;

namespace PbfFieldBot.Reports.Word;

/// <summary>The comments of a document: adds one to a cell, or renews the one that this program left there before. The part is made when the file has none.</summary>
internal sealed class WordComments
{
    private const string Kind = "comments";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    private readonly XElement all;
    private readonly RevisionMark mark;

    public WordComments(DocxPackage package, RevisionMark mark)
    {
        this.mark = mark;
        var space = package.Content.Root!.Name.Namespace;
        var name = DocxParts.Target(package, package.MainPart, Kind) ?? DocxParts.AddToMain(package, Kind, ContentType, _ => new XDocument(
            new XDeclaration("1.0", "UTF-8", "yes"), new XElement(space + Kind, new XAttribute(XNamespace.Xmlns + "w", space.NamespaceName))));
        var part = package.Part(name) ?? throw new RefusedException(Texts.AppPhrases.Text("report.broken"));
        package.Put(name, part);
        all = part.Root!;
    }

    /// <summary>Says something about a cell, a paragraph for each line.</summary>
    public void Put(XElement cell, IEnumerable<string> lines)
    {
        var paragraphs = lines.Select(l => all.New("p", CellContent.RunOf(all, l, null))).ToList();
        if (OwnIn(cell) is { } own)
        {
            own.ReplaceNodes(paragraphs);
            own.SetAttributeValue(own.Name.Namespace + "date", mark.Signature(all).OfType<XAttribute>().Single(a => a.Name.LocalName == "date").Value);
            return;
        }

        var id = (all.Elements().Select(c => int.TryParse(c.Val("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).DefaultIfEmpty(-1).Max() + 1).ToString(CultureInfo.InvariantCulture);
        all.Add(all.New("comment", all.NewVal("id", id), mark.Signature(all), all.NewVal("initials", "PFB"), paragraphs));
        Anchor(CellContent.Paragraphs(cell)[0], id);
    }

    private XElement? OwnIn(XElement cell)
    {
        var ids = cell.Below("commentReference").Select(r => r.Val("id")).ToHashSet();
        return all.Elements().FirstOrDefault(c => c.Is("comment") && c.Val("author") == RevisionMark.Author && ids.Contains(c.Val("id")));
    }

    private static void Anchor(XElement paragraph, string id)
    {
        var start = paragraph.New("commentRangeStart", paragraph.NewVal("id", id));
        if (paragraph.Child("pPr") is { } properties)
            properties.AddAfterSelf(start);
        else
            paragraph.AddFirst(start);
        paragraph.Add(paragraph.New("commentRangeEnd", paragraph.NewVal("id", id)), paragraph.New("r", paragraph.New("commentReference", paragraph.NewVal("id", id))));
    }
}
