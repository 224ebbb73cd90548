using PbfFieldBot.Engine.Places;

namespace PbfFieldBot.Engine.Dialogs;

/// <summary>Reads lieux.csv for the catalogue: every line that the gazetteer would not take, or would take wrongly, becomes a problem with its line.</summary>
internal static class PlacesReader
{
    /// <summary>The file's name in the dialogs folder.</summary>
    public const string File = "lieux.csv";

    private const string Header = "pcode,level,region,cercle,commune,aliases";
    private static readonly string[] Levels = ["region", "cercle", "commune"];
    private static readonly int Columns = Header.Split(',').Length;

    public static Gazetteer Read(string csv, Findings findings)
    {
        var lines = csv.Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        if (lines[0] != Header)
        {
            findings.Add(ProblemCodes.PlaceHeader, File, 1, 1, ("header", Header));
            return Gazetteer.Empty;
        }

        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 1; i < lines.Count; i++)
            if (lines[i].Trim().Length > 0)
                Check(lines[i], i + 1, known, findings);
        return findings.IsBroken(File) ? Gazetteer.Empty : Gazetteer.Read(csv);
    }

    // `known` holds p-codes, and each region and cercle as "level name", with the line that declared them.
    private static void Check(string line, int number, Dictionary<string, int> known, Findings findings)
    {
        var cells = Cells(line);
        if (cells.Count != Columns || line.Count(c => c == '"') % 2 == 1)
        {
            Declare(line.Replace("\"", "", StringComparison.Ordinal).Split(','), number, known);
            findings.Add(ProblemCodes.PlaceColumns, File, number, 1, ("found", cells.Count), ("wanted", Columns));
            return;
        }

        var depth = Array.IndexOf(Levels, cells[1]);
        if (depth < 0)
        {
            Declare(cells, number, known);
            findings.Add(ProblemCodes.PlaceLevel, File, number, line.IndexOf(',', StringComparison.Ordinal) + 2, ("level", cells[1]));
            return;
        }

        if (cells[0].Trim().Length == 0 || cells.Skip(2).Take(depth + 1).Any(c => c.Trim().Length == 0))
            findings.Add(ProblemCodes.PlaceName, File, number, 1);
        else if (!known.TryAdd(cells[0], number))
            findings.Add(ProblemCodes.DoubledPcode, File, number, 1, ("pcode", cells[0]), ("line", known[cells[0]]));
        for (var above = 0; above < depth; above++)
            if (cells[2 + above].Length > 0 && known.TryAdd(Levels[above] + " " + cells[2 + above], number))
                findings.Add(ProblemCodes.PlaceParent, File, number, 1, ("name", cells[2 + above]), ("level", Levels[above]));
        known.TryAdd(cells[1] + " " + cells[2 + depth], number);
    }

    // What a broken line says counts as declared: the lines below it are not to blame.
    private static void Declare(IEnumerable<string> cells, int number, Dictionary<string, int> known)
    {
        foreach (var (cell, level) in cells.SelectMany(c => Levels.Select(l => (c, l))))
            known.TryAdd(level + " " + cell, number);
    }

    private static List<string> Cells(string line)
    {
        List<string> cells = [""];
        var quoted = false;
        foreach (var sign in line)
        {
            quoted ^= sign == '"';
            if (sign == ',' && !quoted)
                cells.Add("");
            else if (sign != '"')
                cells[^1] += sign;
        }

        return cells;
    }
}
