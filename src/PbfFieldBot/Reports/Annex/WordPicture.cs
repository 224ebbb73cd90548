using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Wordprocessing;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace PbfFieldBot.Reports.Annex;

/// <summary>A JPEG in a paragraph of its own, twelve centimetres on its longer side.</summary>
internal static class WordPicture
{
    private const string PictureNamespace = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    private const long LongerSide = 12 * 360_000;

    public static Paragraph Paragraph(byte[] jpeg, int number, string description)
    {
        var (width, height) = Size(jpeg);
        var scale = (double)LongerSide / Math.Max(width, height);
        var (cx, cy) = ((long)(width * scale), (long)(height * scale));
        var picture = new Pictures.Picture(
            new Pictures.NonVisualPictureProperties(
                new Pictures.NonVisualDrawingProperties { Id = (uint)number, Name = "photo" + number, Description = description }, new Pictures.NonVisualPictureDrawingProperties()),
            new Pictures.BlipFill(new Blip { Embed = "photo" + number }, new Stretch(new FillRectangle())),
            new Pictures.ShapeProperties(new Transform2D(new Offset { X = 0, Y = 0 }, new Extents { Cx = cx, Cy = cy }), new PresetGeometry(new AdjustValueList()) { Preset = ShapeTypeValues.Rectangle }));
        return new Paragraph(new Run(new Drawing(new Inline(
            new Extent { Cx = cx, Cy = cy },
            new DocProperties { Id = (uint)number, Name = "photo" + number, Description = description },
            new DocumentFormat.OpenXml.Drawing.Graphic(new GraphicData(picture) { Uri = PictureNamespace }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        })));
    }

    // Width and height stand in the frame header, marker FFC0 to FFCF without the tables FFC4, FFC8 and FFCC. A picture that says none is drawn square.
    private static (int Width, int Height) Size(byte[] jpeg)
    {
        for (var at = 2; at + 9 < jpeg.Length && jpeg[at] == 0xFF; at += 2 + (jpeg[at + 2] << 8) + jpeg[at + 3])
            if (jpeg[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (Math.Max(1, (jpeg[at + 7] << 8) + jpeg[at + 8]), Math.Max(1, (jpeg[at + 5] << 8) + jpeg[at + 6]));
        return (1, 1);
    }
}
