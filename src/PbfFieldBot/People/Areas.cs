using System.Text.RegularExpressions;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Texts;

namespace PbfFieldBot.People;

/// <summary>The areas of people and reports: a region, a cercle, or the whole project ("NAT"). Codes are p-codes: a cercle's begins with its region's.</summary>
public sealed partial class Areas(IReadOnlyList<Place> places)
{
    public const string National = Place.NationalArea;

    // COD-AB: two letters of the country and two digits of the region.
    private const int RegionSigns = 4;

    private static readonly string[] WholeProject = ["", "nat", "tout", "tous", "national", "all", "projet"];

    // "Mopti" is a region, a cercle and a commune: as somebody's area it is the region.
    private static readonly PlaceLevel[] Order = [PlaceLevel.Region, PlaceLevel.Cercle];

    private readonly Dictionary<string, Place> byCode = places.Where(p => p.PCode is not null).ToDictionary(p => p.PCode!);

    /// <summary>The code of an area as an operator names it ("Mopti", "cercle de Mopti", "ML05"); null when there is no such region or cercle.</summary>
    public string? Resolve(string? name)
    {
        var key = Folding.Fold(name ?? "");
        if (WholeProject.Contains(key))
            return National;
        if (LevelWord().Match(key) is { Success: true } said)
            return Find(said.Groups["name"].Value, said.Groups["level"].Value is "region" ? PlaceLevel.Region : PlaceLevel.Cercle);
        return Order.Select(level => Find(key, level)).FirstOrDefault(found => found is not null);
    }

    /// <summary>The region or cercle of a code; null for the whole project.</summary>
    public Place? PlaceOf(string area) => byCode.GetValueOrDefault(area);

    /// <summary>The area's name for people; null for the whole project.</summary>
    public string? NameOf(string area) => PlaceOf(area)?.Name;

    /// <summary>The area as people read it: "Mopti" the region apart from the cercle of that name.</summary>
    public string Shown(string area) => PlaceOf(area) is { } place ? AppPhrases.Text("area." + place.Level.ToString().ToLowerInvariant(), ("name", place.Name)) : AppPhrases.Text("people.whole_project");

    /// <summary>The area itself and what it covers, the larger first: what may be given to somebody.</summary>
    public IReadOnlyList<string> Within(string area) =>
    [
        .. area == National ? [National] : Array.Empty<string>(),
        .. places.Where(p => p is { Level: PlaceLevel.Region or PlaceLevel.Cercle, PCode: { } code } && Covers(area, code)).OrderBy(p => p.Level).ThenBy(p => p.PCode, StringComparer.Ordinal).Select(p => p.PCode!).Distinct(),
    ];

    /// <summary>The three letters that begin a receipt: of the region's name, or NAT.</summary>
    public string ReceiptPrefix(string area)
    {
        var letters = string.Concat(Folding.Fold(PlaceOf(area)?.Region ?? National).Where(char.IsAsciiLetter));
        return letters.Length < 3 ? National : letters[..3].ToUpperInvariant();
    }

    /// <summary>The region of a region's or cercle's code.</summary>
    public static string RegionOf(string area) => area.Length > RegionSigns ? area[..RegionSigns] : area;

    /// <summary>True when somebody of that area has the right over the other: a region over its cercles, the whole project over all.</summary>
    public static bool Covers(string own, string other) => own == National || other.StartsWith(own, StringComparison.Ordinal);

    private string? Find(string key, PlaceLevel level) => places
        .FirstOrDefault(p => p.Level == level && (Folding.Fold(p.Name) == key || string.Equals(p.PCode, key, StringComparison.OrdinalIgnoreCase)))?.PCode;

    [GeneratedRegex("^(?<level>region|cercle) (de |du |d )?(?<name>.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex LevelWord();
}
