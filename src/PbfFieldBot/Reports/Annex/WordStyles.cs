using DocumentFormat.OpenXml.Wordprocessing;

namespace PbfFieldBot.Reports.Annex;

/// <summary>The look of a document that the project writes itself: A4, headings that Word knows, a table with thin lines, page numbers.</summary>
internal static class WordStyles
{
    public static Styles Sheet() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Calibri" }, new FontSize { Val = "20" }, new Languages { Val = "fr-FR" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "80" }))),
        new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Heading("Title", "Title", "36", null),
        Heading("Heading1", "heading 1", "26", 0),
        Heading("Heading2", "heading 2", "22", 1),
        new Style(new StyleName { Val = "Cell" }, new BasedOn { Val = "Normal" }, new StyleParagraphProperties(new SpacingBetweenLines { Before = "20", After = "20" }), new StyleRunProperties(new FontSize { Val = "17" }))
        {
            Type = StyleValues.Paragraph,
            StyleId = "Cell",
            CustomStyle = true,
        });

    public static SectionProperties LandscapeA4() => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = "footer" },
        new PageSize { Width = 16838, Height = 11906, Orient = PageOrientationValues.Landscape },
        new PageMargin { Top = 1000, Bottom = 1000, Left = 1100, Right = 1100, Header = 500, Footer = 500, Gutter = 0 });

    public static Footer PageNumbers() => new(new Paragraph(
        new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
        new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " },
        new Run(new Text(" / ") { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve }),
        new SimpleField(new Run(new Text("1"))) { Instruction = " NUMPAGES " }));

    public static TableProperties Borders() => new(
        new TableWidth { Width = "0", Type = TableWidthUnitValues.Auto },
        new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 4, Color = "999999" }, new LeftBorder { Val = BorderValues.Single, Size = 4, Color = "999999" },
            new BottomBorder { Val = BorderValues.Single, Size = 4, Color = "999999" }, new RightBorder { Val = BorderValues.Single, Size = 4, Color = "999999" },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "999999" }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4, Color = "999999" }),
        new TableLayout { Type = TableLayoutValues.Fixed });

    private static Style Heading(string id, string name, string size, int? level)
    {
        var paragraph = new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "200", After = "80" });
        if (level is { } outline)
            paragraph.Append(new OutlineLevel { Val = outline });
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" }, paragraph, new StyleRunProperties(new Bold(), new Color { Val = "1F3864" }, new FontSize { Val = size }))
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
        };
    }
}
