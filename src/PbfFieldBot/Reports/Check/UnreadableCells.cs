using PbfFieldBot.Reports.Table;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports.Check;

/// <summary>Cells that should hold a number and do not.</summary>
internal static class UnreadableCells
{
    public static IEnumerable<Finding> Find(CheckedReport report) => report.Rows.SelectMany(row =>
        new[] { TableColumn.Current, TableColumn.Baseline, TableColumn.Target }
            .Where(column => row.Row.Text(column).Length > 0 && !IsNumber(row.Row.Text(column)))
            .Select(column => Finding(row, "text_in_numeric_cell", column))
            .Concat(row.Row.Cell(TableColumn.Current) is not null && row.CurrentText.Length == 0 ? [Finding(row, "value_missing", TableColumn.Current)] : []));

    // "1O" with a letter for the nought.
    private static bool IsNumber(string text) => EntryValue.Of(text) is { } value && !(value.Women is null && value.Rest.Length > 0 && char.IsAsciiDigit(text.TrimStart()[0]) && text.TrimStart().SkipWhile(char.IsAsciiDigit).FirstOrDefault(' ') is var next && char.IsLetter(next));

    private static Finding Finding(CheckedRow row, string code, TableColumn column) => new(
        code, row.Where, AppPhrases.Text("report.check." + code, ("column", AppPhrases.Text("report.check.column." + column.ToString().ToLowerInvariant()))), row.Row.Text(column));
}
