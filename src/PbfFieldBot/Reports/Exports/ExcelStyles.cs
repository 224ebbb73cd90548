using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PbfFieldBot.Reports.Exports;

/// <summary>The looks of cells, by their place in the workbook's list.</summary>
internal static class ExcelStyles
{
    public const string Header = "1";
    public const string Text = "2";
    public const string Number = "3";
    public const string Date = "4";
    public const string DateTime = "5";

    private const uint OwnDate = 164;
    private const uint OwnDateTime = 165;
    private const uint AsText = 49;

    public static Stylesheet Sheet() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = OwnDate, FormatCode = "dd/mm/yyyy" },
            new NumberingFormat { NumberFormatId = OwnDateTime, FormatCode = "dd/mm/yyyy hh:mm" }),
        new Fonts(Font(), Font(new Bold())),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFDCE6F1" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top, Horizontal = HorizontalAlignmentValues.Left, Indent = 1 }) { FontId = 1, FillId = 2, ApplyFont = true, ApplyFill = true, ApplyAlignment = true },
            Wrapped(AsText),
            Wrapped(0),
            Wrapped(OwnDate),
            Wrapped(OwnDateTime)));

    private static Font Font(params OpenXmlElement[] first) => new([.. first, new FontSize { Val = 10 }, new FontName { Val = "Calibri" }]);

    private static CellFormat Wrapped(uint format) => new(format == 0
        ? new Alignment { Vertical = VerticalAlignmentValues.Top }
        : new Alignment { WrapText = format == AsText, Vertical = VerticalAlignmentValues.Top, Horizontal = HorizontalAlignmentValues.Left, Indent = 1 })
    {
        NumberFormatId = format,
        ApplyNumberFormat = true,
        ApplyAlignment = true,
    };
}
