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

    // Beyond these two spellings are not compared; within the margin two places are about equally near.
    private const int Far = 3;
    private const int FarInLength = 3;
    private const int LongName = 7;
    private const double Margin = 0.3;
    private readonly HashSet<string> beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PlaceEntry>> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Place>> named;
    private readonly Dictionary<string, List<PlaceEntry>> bySound = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PlaceEntry>> undoubled = new(StringComparer.Ordinal);
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

        named = exact.ToDictionary(e => e.Key, e => Named(e.Value), StringComparer.Ordinal);
    }

    /// <summary>False for a word with which no spelling begins: most words of a message.</summary>
    public bool MayBegin(string word) => word.Length < BeginningLetters || beginnings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.AsSpan(0, BeginningLetters));

    /// <summary>The places of a spelling without blanks.</summary>
    public IReadOnlyList<PlaceEntry> Exact(string compact) => exact.GetValueOrDefault(compact) ?? [];

    /// <summary>The same places, those that only hold a locality of that name left out where others bear it; null when there is none.</summary>
    public IReadOnlyList<Place>? Named(string compact) => named.GetValueOrDefault(compact);

    /// <summary>The places of some entries, those that bear the name before those that hold a locality of it.</summary>
    public static List<Place> Named(IReadOnlyList<PlaceEntry> entries)
    {
        var names = entries.Where(e => e.IsName).ToList();
        return [.. (names.Count > 0 ? names : entries).Select(e => e.Place).Distinct()];
    }

    /// <summary>The places whose long spelling differs by one slip.</summary>
    public IReadOnlyList<PlaceEntry> OneSlip(string compact) => compact.Length < LongName ? [] : [.. all.Where(e => e.Compact[0] == compact[0] && Spelling.OneSlip(e.Compact, compact))];

    /// <summary>The places that sound the same; those spelt nearest where there are several.</summary>
    public IReadOnlyList<PlaceEntry> SameSound(string compact) => bySound.TryGetValue(SoundOf(compact), out var same) ? Best(same, compact) : [];

    /// <summary>The places whose spelling differs by doubled letters only: "Kooro" is Koro, whatever "oo" would sound like.</summary>
    public IReadOnlyList<PlaceEntry> SameLetters(string compact) => undoubled.TryGetValue(Undoubled(compact), out var same) ? Best(same, compact) : [];

    /// <summary>The places nearest to a spelling, by the letter or by the ear, within a slip or two. Several when they are about equally near.</summary>
    public IReadOnlyList<PlaceEntry> Near(string compact)
    {
        var sound = SoundOf(compact);
        var (letters, ears) = (MostSlips(compact.Length), sound.Length < 4 ? 0 : sound.Length < 7 ? 1 : 2);
        var found = new List<(PlaceEntry Entry, double Distance)>();
        foreach (var entry in all)
        {
            var sameEnd = entry.Sound[0] == sound[0] || entry.Sound[^1] == sound[^1];
            if (!sameEnd || Math.Abs(entry.Compact.Length - compact.Length) > FarInLength)
                continue;
            var byEar = EditDistance.Of(sound, entry.Sound, Far);
            var byLetter = EditDistance.Of(compact, entry.Compact, Far);
            if (byEar > Math.Min(ears, MostSlips(entry.Sound.Length + 1)) && byLetter > Math.Min(letters, MostSlips(entry.Compact.Length)))
                continue;
            if (byEar > Far || byLetter > Far || Math.Min(byEar, byLetter) == 2 && entry.Sound[0] != sound[0])
                continue;
            var elsewhere = (entry.IsName ? 0 : 0.15) + (entry.Compact[0] == compact[0] || entry.Sound[0] == sound[0] ? 0 : 0.25);
            found.Add((entry, Math.Min(byEar, byLetter) + (Math.Max(byEar, byLetter) / 4.0) + elsewhere));
        }

        if (found.Count == 0)
            return [];
        var least = found.Min(f => f.Distance);
        return [.. found.Where(f => f.Distance <= least + Margin).Select(f => f.Entry)];
    }

    /// <summary>The nearest places among some few, of which one is known to be meant: up to half of the letters may differ.</summary>
    public IReadOnlyList<PlaceEntry> Within(string compact, Func<Place, bool> among)
    {
        var sound = SoundOf(compact);
        var near = all.Where(e => among(e.Place)).Select(e => (Entry: e, Distance: Math.Min(EditDistance.Of(compact, e.Compact, Far), EditDistance.Of(sound, e.Sound, Far)))).ToList();
        var least = near.Count == 0 ? Far : near.Min(n => n.Distance);
        return least > Math.Min(2, compact.Length / 2) ? [] : [.. near.Where(n => n.Distance == least).Select(n => n.Entry)];
    }

    private static int MostSlips(int letters) => letters < 4 ? 0 : letters < 8 ? 1 : 2;

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
        ("oo", "ou"), ("aw", "aou"), ("eaux", "o"), ("eau", "o"), ("oe", "e"), ("au", "o"), ("ou", "u"), ("w", "u"), ("v", "u"), ("ph", "f"), ("tch", "ti"), ("ch", "s"), ("dj", "di"), ("gi", "di"), ("j", "di"), ("ge", "die"),
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
        Put(undoubled, Undoubled(compact), entry);
    }

    private static string Undoubled(string compact) => string.Concat(compact.Where((letter, i) => i == 0 || compact[i - 1] != letter));

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
