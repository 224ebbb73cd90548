using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Indicators.Aggregations;
using PbfFieldBot.Reports.Table;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Check;

/// <summary>One indicator's row, with its numbers read and what the project knows of the indicator.</summary>
internal sealed record CheckedRow(IndicatorRow Row, Indicator? Known)
{
    public string Code => Row.Code;

    public string Where => AppPhrases.Text("report.check.row", ("code", Row.Code));

    public string CurrentText => Row.Text(TableColumn.Current);

    public EntryValue? Current { get; } = EntryValue.Of(Row.Text(TableColumn.Current));

    /// <summary>As the report says, else as the project does.</summary>
    public decimal? Target { get; } = EntryValue.Of(Row.Text(TableColumn.Target))?.Number ?? Known?.Target;

    public string Reason => Row.Text(TableColumn.Reason) is var text && text.Trim(' ', '-', '.', '\u2013', '\u2014', '/').ToUpperInvariant() is "" or "NA" or "N/A" or "RAS" ? "" : text;

    public bool IsPercent => Known?.Unit is IndicatorUnit.Percent || Current is { IsPercent: true } || Row.Text(TableColumn.Target).Contains('%', StringComparison.Ordinal);

    /// <summary>A sum over the project's life cannot go down; a state or a survey can.</summary>
    public bool IsCumulative => !IsPercent && Known?.Counts?.Aggregation is not (Latest or Ratio or Change);
}
