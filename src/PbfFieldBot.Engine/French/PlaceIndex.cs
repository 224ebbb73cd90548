using System.Text;
using PbfFieldBot.Engine.Places;

namespace PbfFieldBot.Engine.French;

/// <summary>A place under one of its spellings; names of places weigh more than localities within them.</summary>
internal sealed record PlaceEntry(KnownPlace Known, string Compact, string Sound, bool IsName)
{
    public Place Place => Known.Place;
}

/// <summary>All spellings of all places, for finding by the letter and by the ear.</summary>
internal sealed class PlaceIndex
{
    // "Dougoutene" alone may be either of the two communes of that name.
    private static readonly string[] Numbered = [" III", " II", " I"];
    private const int BeginningLetters = 3;
    private readonly HashSet<string> beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PlaceEntry>> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PlaceEntry>> bySound = new(StringComparer.Ordinal);
    private readonly List<PlaceEntry> all = [];

    public PlaceIndex(Gazetteer gazetteer)
    {
        foreach (var known in gazetteer.All)
        {
            Add(known, known.Place.Name, isName: true);
            if (Numbered.FirstOrDefault(n => known.Place.Name.EndsWith(n, StringComparison.Ordinal)) is { } number)
                Add(known, known.Place.Name[..^number.Length], isName: true);
            foreach (var alias in known.Aliases)
                Add(known, alias, isName: false);
        }
    }

    /// <summary>False for a word with which no spelling begins: most words of a message.</summary>
    public bool MayBegin(string word) => word.Length < BeginningLetters || beginnings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.AsSpan(0, BeginningLetters));

    /// <summary>The places of a spelling without blanks.</summary>
    public IReadOnlyList<PlaceEntry> Exact(string compact) => exact.GetValueOrDefault(compact) ?? [];

    /// <summary>The places that sound the same; those spelt nearest where there are several.</summary>
    public IReadOnlyList<PlaceEntry> SameSound(string compact) => bySound.TryGetValue(SoundOf(compact), out var same) ? Best(same, compact) : [];

    /// <summary>The places that sound nearly like a spelling, within a slip or two. Several when they are about equally near.</summary>
    public IReadOnlyList<PlaceEntry> Near(string compact)
    {
        var sound = SoundOf(compact);
        var most = sound.Length < 4 ? 0 : sound.Length < 7 ? 1 : 2;
        if (most == 0)
            return [];
        var found = new List<(PlaceEntry Entry, double Distance)>();
        foreach (var entry in all)
        {
            if (Math.Abs(entry.Sound.Length - sound.Length) > most || entry.Sound[0] != sound[0] && entry.Sound[^1] != sound[^1])
                continue;
            var distance = EditDistance.Of(sound, entry.Sound, most);
            if (distance <= most)
                found.Add((entry, distance + (EditDistance.Of(compact, entry.Compact, 9) / 10.0)));
        }

        if (found.Count == 0)
            return [];
        var least = found.Min(f => f.Distance);
        return [.. found.Where(f => f.Distance <= least + 0.35).Select(f => f.Entry)];
    }

    /// <summary>
    /// How a name sounds to a French ear in Mali: ou, w and u are one, dj, di and j, k, c and q, s, ss and z; doubled letters, h and a last e fall away.
    /// </summary>
    public static string SoundOf(string compact)
    {
        var text = compact;
        foreach (var (from, to) in Sounds)
            text = text.Replace(from, to, StringComparison.Ordinal);
        var sound = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (letter != 'h' && (sound.Length == 0 || sound[^1] != letter))
                sound.Append(letter);
        while (sound.Length > 3 && sound[^1] is 'e' or 's' or 't')
            sound.Length--;
        return sound.ToString();
    }

    private static readonly (string From, string To)[] Sounds =
    [
        ("aw", "aou"), ("eaux", "o"), ("eau", "o"), ("oe", "e"), ("au", "o"), ("ou", "u"), ("w", "u"), ("v", "u"), ("ph", "f"), ("tch", "ti"), ("ch", "s"), ("dj", "di"), ("gi", "di"), ("j", "di"), ("ge", "die"),
        ("gu", "g"), ("qu", "k"), ("ck", "k"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("q", "k"), ("z", "s"), ("x", "s"), ("y", "i"), ("ai", "e"), ("ei", "e"), ("oi", "oi"), ("uu", "u"), ("ii", "i"),
    ];

    private void Add(KnownPlace known, string name, bool isName)
    {
        var compact = Folding.Fold(name).Replace(" ", "", StringComparison.Ordinal);
        if (compact.Length < 2)
            return;
        var entry = new PlaceEntry(known, compact, SoundOf(compact), isName);
        all.Add(entry);
        beginnings.Add(compact[..Math.Min(BeginningLetters, compact.Length)]);
        Put(exact, compact, entry);
        Put(bySound, entry.Sound, entry);
    }

    private static List<PlaceEntry> Best(List<PlaceEntry> same, string compact)
    {
        var least = same.Min(e => EditDistance.Of(compact, e.Compact, 9));
        return [.. same.Where(e => EditDistance.Of(compact, e.Compact, 9) <= least)];
    }

    private static void Put(Dictionary<string, List<PlaceEntry>> index, string key, PlaceEntry entry)
    {
        if (!index.TryGetValue(key, out var list))
            index[key] = list = [];
        list.Add(entry);
    }
}
