using System.Xml.Linq;

namespace PbfFieldBot.Reports.Table;

/// <summary>One indicator's row of the report's table.</summary>
internal sealed record IndicatorRow(IndicatorName Name, IReadOnlyDictionary<TableColumn, XElement> Cells)
{
    public string Code => Name.Code;

    /// <summary>The name of the result or output that the row stands under ("Produit 1.1"), and its label; empty when the table does not say.</summary>
    public string Parent { get; init; } = "";

    public string ParentLabel { get; init; } = "";

    /// <summary>Columns whose cell the row shares with another indicator, or has merged with another column: nothing can be written there for this indicator alone.</summary>
    public IReadOnlySet<TableColumn> Shared { get; init; } = new HashSet<TableColumn>();

    /// <summary>Where else the same table stands: the copy that a text box keeps for older programs.</summary>
    public bool IsCopy { get; init; }

    /// <summary>True for a row of the template that nobody used: "Indicateur 1.3" with nothing behind it.</summary>
    public bool IsPlaceholder => Name.Label.Length == 0 && Cells.Values.All(c => Word.WordText.IsBlank(c) || IndicatorName.Of(Word.WordText.Of(c)) is not null);

    /// <summary>The cell under a header; null when the table has no such column or the row no such cell.</summary>
    public XElement? Cell(TableColumn column) => Cells.GetValueOrDefault(column);

    /// <summary>The visible text under a header, as one line.</summary>
    public string Text(TableColumn column) => Cell(column) is { } cell ? Word.WordText.LineOf(cell) : "";
}
