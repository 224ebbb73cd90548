using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Reports.Exports;
using static PbfFieldBot.Reports.Annex.AnnexText;

namespace PbfFieldBot.Reports.Annex;

/// <summary>The annex as a Word document on A4: a heading for each result and indicator, a table of sources whose header comes again on each page, photos of attendance lists.</summary>
/// <param name="photos">The JPEG pictures by the channel's file id; empty for an annex without photos.</param>
internal sealed class AnnexWord(ReportAnnex annex, DialogCatalog catalog, IReadOnlyDictionary<string, byte[]> photos)
{
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private readonly AnnexText text = new(catalog);
    private readonly List<byte[]> pictures = [];

    public void Write(Stream to)
    {
        using var zip = new OfficeZip(to);
        using (var part = zip.Part("word/document.xml"))
        using (var writer = OpenXmlWriter.Create(part))
            WriteDocument(writer);
        zip.Write("word/styles.xml", WordStyles.Sheet());
        zip.Write("word/footer.xml", WordStyles.PageNumbers());
        for (var i = 0; i < pictures.Count; i++)
            using (var part = zip.Part($"word/media/photo{i + 1}.jpg"))
                part.Write(pictures[i]);
        zip.WriteRelations("word/_rels/document.xml.rels", [("styles", "styles", "styles.xml"), ("footer", "footer", "footer.xml"), .. pictures.Select((_, i) => ($"photo{i + 1}", "image", $"media/photo{i + 1}.jpg"))]);
        zip.WriteContents("word/document.xml", [("word/document.xml", Main + "document.main"), ("word/styles.xml", Main + "styles"), ("word/footer.xml", Main + "footer")], ("jpg", "image/jpeg"));
    }

    private void WriteDocument(OpenXmlWriter writer)
    {
        writer.WriteStartDocument();
        writer.WriteStartElement(new Document());
        writer.WriteStartElement(new Body());
        writer.WriteElement(Paragraph(Say("title"), "Title"));
        writer.WriteElement(Paragraph(Say("project", ("title", annex.Framework.Project.Title), ("number", annex.Framework.Project.Number))));
        writer.WriteElement(Paragraph(About(annex)));
        foreach (var entries in annex.Entries.GroupBy(e => e.Indicator.Parent))
        {
            writer.WriteElement(Paragraph(Heading(entries.Key), "Heading1"));
            foreach (var entry in entries)
                Write(writer, entry);
        }

        writer.WriteElement(WordStyles.LandscapeA4());
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private string Heading(string parent) => annex.Framework.Results.FirstOrDefault(r => r.Name == parent) is { } result ? Say("parent", ("name", result.Name), ("label", result.Label)) : parent;

    private void Write(OpenXmlWriter writer, AnnexEntry entry)
    {
        writer.WriteElement(Paragraph(Say("heading", ("code", entry.Indicator.Code), ("label", entry.Indicator.Label)), "Heading2"));
        writer.WriteElement(Paragraph(Value(entry), isBold: true));
        writer.WriteElement(Paragraph(Rule(entry)));
        if (entry.Value.Reason.Length > 0)
            writer.WriteElement(Paragraph(Say("reason", ("reason", entry.Value.Reason))));
        WriteTable(writer, entry);
        foreach (var line in entry.Lines.Where(l => l.Source.Photos.Any(photos.ContainsKey)))
            WritePhotos(writer, line);
        writer.WriteElement(new Paragraph());
    }

    private void WriteTable(OpenXmlWriter writer, AnnexEntry entry)
    {
        var columns = AnnexColumn.Of(entry, text);
        writer.WriteStartElement(new DocumentFormat.OpenXml.Wordprocessing.Table());
        writer.WriteElement(WordStyles.Borders());
        writer.WriteElement(new TableGrid(columns.Select(c => new GridColumn { Width = c.Width })));
        writer.WriteElement(Row(columns, c => c.Title, isHeader: true));
        writer.WriteElement(Row(columns, c => c.OfOpening(entry)));
        foreach (var line in entry.Lines)
            writer.WriteElement(Row(columns, c => c.OfLine(line, entry)));
        if (entry.AddsUp)
            writer.WriteElement(Row(columns, c => c.OfSum(entry), isBold: true));
        writer.WriteEndElement();
    }

    private void WritePhotos(OpenXmlWriter writer, AnnexLine line)
    {
        foreach (var photo in line.Source.Photos.Where(photos.ContainsKey))
        {
            pictures.Add(photos[photo]);
            writer.WriteElement(Paragraph(Say("photo_of", ("receipt", line.Source.Receipt ?? "")), keepNext: true));
            writer.WriteElement(WordPicture.Paragraph(photos[photo], pictures.Count, Say("photo_of", ("receipt", line.Source.Receipt ?? ""))));
        }
    }

    private static TableRow Row(IReadOnlyList<AnnexColumn> columns, Func<AnnexColumn, string> words, bool isHeader = false, bool isBold = false)
    {
        var row = new TableRow(isHeader ? new TableRowProperties(new CantSplit(), new TableHeader()) : new TableRowProperties(new CantSplit()));
        row.Append(columns.Select(c => new TableCell(
            new TableCellProperties(new TableCellWidth { Width = c.Width, Type = TableWidthUnitValues.Dxa }, isHeader ? new Shading { Val = ShadingPatternValues.Clear, Fill = "DCE6F1" } : null!),
            Paragraph(words(c), "Cell", isHeader || isBold))));
        return row;
    }

    private static Paragraph Paragraph(string words, string? style = null, bool isBold = false, bool keepNext = false)
    {
        var properties = new ParagraphProperties();
        if (style is not null)
            properties.Append(new ParagraphStyleId { Val = style });
        if (keepNext)
            properties.Append(new KeepNext());
        var run = new Run(new Text(ExcelText.Cell(words)) { Space = SpaceProcessingModeValues.Preserve });
        if (isBold)
            run.PrependChild(new RunProperties(new Bold()));
        return new Paragraph(properties, run);
    }
}
