using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PbfFieldBot.Reports.Exports;

/// <summary>
/// One sheet, written row by row as it comes: bold header that stays in sight, widths, filters. Dates are dates, numbers numbers; text is typed as text, so that it never
/// becomes a formula.
/// </summary>
internal sealed class ExcelSheet : IDisposable
{
    /// <summary>Excel's own limit, with the header.</summary>
    public const int MostRows = 1_048_576;

    // The elements only give their names: attributes and text are written beside them.
    private static readonly Row RowElement = new();
    private static readonly Cell CellElement = new();
    private static readonly CellValue ValueElement = new();
    private static readonly InlineString InlineElement = new();
    private static readonly Text TextElement = new();
    private static readonly OpenXmlAttribute[] KeepSpaces = [new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve")];
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    private const int LineHeight = 14;
    private const int MostLines = 12;

    private readonly OpenXmlWriter writer;
    private readonly string[] letters;
    private readonly int[] widths;
    private int rows;

    private readonly int mostRows;

    public ExcelSheet(Stream to, string name, IReadOnlyList<ExcelColumn> columns, int mostRows = MostRows)
    {
        (Name, this.mostRows, writer) = (name, mostRows, OpenXmlWriter.Create(to));
        letters = [.. columns.Select((_, i) => Letters(i))];
        widths = [.. columns.Select(c => c.Width)];
        writer.WriteStartDocument();
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, HorizontalSplit = 1, TopLeftCell = "B2", ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomRight })
        { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        Write([.. columns.Select(c => c.Title)], isHeader: true);
    }

    public string Name { get; }

    public bool IsFull => rows == mostRows;

    /// <summary>Adds a row: text, whole or decimal numbers, <see cref="DateOnly"/>, <see cref="DateTime"/>; null leaves a cell empty.</summary>
    public void Row(params IReadOnlyList<object?> values) => Write(values, isHeader: false);

    public void Dispose()
    {
        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A1:{letters[^1]}{rows.ToString(CultureInfo.InvariantCulture)}" });
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteEndElement();
        writer.Dispose();
    }

    private void Write(IReadOnlyList<object?> values, bool isHeader)
    {
        if (values.Count != letters.Length || IsFull)
            throw new ArgumentException($"{values.Count} values for {letters.Length} columns after {rows} rows of {Name}", nameof(values));
        var row = (++rows).ToString(CultureInfo.InvariantCulture);
        writer.WriteStartElement(RowElement, [new("r", "", row), .. HeightOf(values)]);
        for (var i = 0; i < values.Count; i++)
            Write(letters[i] + row, values[i], isHeader);
        writer.WriteEndElement();
    }

    // Not every program makes a row as high as its text: it is told how many lines there are.
    private IEnumerable<OpenXmlAttribute> HeightOf(IReadOnlyList<object?> values)
    {
        var lines = 1;
        for (var i = 0; i < values.Count; i++)
            if (values[i] is string text)
                lines = Math.Max(lines, text.Split('\n').Sum(l => 1 + (l.Length / (widths[i] - 2))));
        return lines == 1 ? [] : [new("ht", "", (Math.Min(lines, MostLines) * LineHeight).ToString(CultureInfo.InvariantCulture)), new("customHeight", "", "1")];
    }

    private void Write(string place, object? value, bool isHeader)
    {
        switch (value)
        {
            case null or "":
                break;
            case string text:
                WriteText(place, ExcelText.Cell(text), isHeader ? ExcelStyles.Header : ExcelStyles.Text);
                break;
            case DateOnly day:
                WriteNumber(place, (day.DayNumber - Epoch.DayNumber).ToString(CultureInfo.InvariantCulture), ExcelStyles.Date);
                break;
            case DateTime time:
                WriteNumber(place, (time - Epoch.ToDateTime(TimeOnly.MinValue)).TotalDays.ToString("0.######", CultureInfo.InvariantCulture), ExcelStyles.DateTime);
                break;
            case int or long or decimal:
                WriteNumber(place, ((IFormattable)value).ToString("0.############", CultureInfo.InvariantCulture), ExcelStyles.Number);
                break;
            default:
                throw new ArgumentException("no cell for a " + value.GetType().Name, nameof(value));
        }
    }

    private void WriteNumber(string place, string number, string style)
    {
        writer.WriteStartElement(CellElement, [new("r", "", place), new("s", "", style)]);
        writer.WriteStartElement(ValueElement);
        writer.WriteString(number);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private void WriteText(string place, string text, string style)
    {
        writer.WriteStartElement(CellElement, [new("r", "", place), new("s", "", style), new("t", "", "inlineStr")]);
        writer.WriteStartElement(InlineElement);
        writer.WriteStartElement(TextElement, KeepSpaces);
        writer.WriteString(text);
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}
