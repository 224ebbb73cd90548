using System.Text;
using PbfFieldBot.Engine.Dialogs.Import;

namespace PbfFieldBot.Forms;

/// <summary>A form in one CSV file, as pyxform takes it: the first cell of a row names a sheet, the rows after it begin with an empty cell. A file without sheet names is the sheet `survey`.</summary>
internal static class FormCsv
{
    public static IReadOnlyList<FormSheet> Sheets(string text)
    {
        var rows = Rows(text.TrimStart('\ufeff'));
        if (rows.Find(r => !r.IsEmpty) is { } first && first.Cells.Any(c => c.Trim().Equals("type", StringComparison.OrdinalIgnoreCase)) && first.Cell(0).Length > 0)
            return [new FormSheet("survey", [.. rows.Where(r => !r.IsEmpty)])];
        var sheets = new List<(string Name, List<FormRow> Rows)>();
        foreach (var row in rows.Where(r => !r.IsEmpty))
        {
            if (row.Cell(0).Length > 0)
                sheets.Add((row.Cell(0), []));
            if (sheets.Count > 0 && row.Cells.Skip(1).Any(c => c.Trim().Length > 0))
                sheets[^1].Rows.Add(new FormRow(row.Number, [.. row.Cells.Skip(1)]));
        }

        return [.. sheets.Select(s => new FormSheet(s.Name, s.Rows))];
    }

    // Quoted cells may hold separators and line ends; a quote within one is doubled.
    private static List<FormRow> Rows(string text)
    {
        var separator = text.Split('\n', 2)[0].Count(c => c == ';') > text.Split('\n', 2)[0].Count(c => c == ',') ? ';' : ',';
        var (rows, cells, cell) = (new List<FormRow>(), new List<string>(), new StringBuilder());
        var (quoted, line, begun) = (false, 1, 1);
        for (var i = 0; i <= text.Length; i++)
        {
            var sign = i < text.Length ? text[i] : '\n';
            if (quoted && sign == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (sign == '"' && (quoted || cell.Length == 0))
                quoted = !quoted;
            else if (i == text.Length || (!quoted && sign is '\n'))
            {
                cells.Add(cell.ToString().TrimEnd('\r'));
                rows.Add(new FormRow(begun, cells));
                (cells, begun) = ([], line + 1);
                cell.Clear();
            }
            else if (!quoted && sign == separator)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(sign);
            line += sign == '\n' ? 1 : 0;
        }

        return rows;
    }
}
