using System.Text;

namespace PbfFieldBot.Engine.Places;

/// <summary>A place with its other spellings and the localities that lie in it.</summary>
public sealed record KnownPlace(Place Place, IReadOnlyList<string> Aliases);

/// <summary>The known places: regions, cercles and communes with their p-codes and spellings (dialogs/lieux.csv, OCHA COD-AB).</summary>
public sealed class Gazetteer
{
    private const int Columns = 6;

    private Gazetteer(IReadOnlyList<KnownPlace> all) => All = all;

    /// <summary>A gazetteer without places, for dialogs that ask none.</summary>
    public static Gazetteer Empty { get; } = new([]);

    /// <summary>All places in the order of the file: regions, cercles, communes.</summary>
    public IReadOnlyList<KnownPlace> All { get; }

    /// <summary>The places alone.</summary>
    public IReadOnlyList<Place> Places => [.. All.Select(p => p.Place)];

    /// <summary>The place of a p-code; null when there is none.</summary>
    public Place? Find(string pcode) => All.FirstOrDefault(p => p.Place.PCode == pcode)?.Place;

    /// <summary>Reads lieux.csv: a header, then pcode,level,region,cercle,commune,aliases; aliases separated by ";". Throws <see cref="FormatException"/> naming the line ("LINE: why").</summary>
    public static Gazetteer Read(string csv)
    {
        var places = new List<KnownPlace>();
        var number = 0;
        foreach (var line in csv.Split('\n'))
        {
            number++;
            if (number == 1 || string.IsNullOrWhiteSpace(line))
                continue;
            var cells = Cells(line.TrimEnd('\r'));
            if (cells.Count != Columns)
                throw new FormatException(number + ": " + line);
            places.Add(new KnownPlace(PlaceOf(cells, number), [.. cells[5].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]));
        }

        return new Gazetteer(places);
    }

    private static Place PlaceOf(List<string> cells, int number) => cells[1] switch
    {
        "region" => new Place(PlaceLevel.Region, cells[2], null, cells[2], cells[0]),
        "cercle" => new Place(PlaceLevel.Cercle, cells[3], cells[3], cells[2], cells[0]),
        "commune" => new Place(PlaceLevel.Commune, cells[4], cells[3], cells[2], cells[0]),
        var level => throw new FormatException(number + ": " + level),
    };

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var sign in line)
        {
            if (sign == '"')
                quoted = !quoted;
            else if (sign == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(sign);
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
