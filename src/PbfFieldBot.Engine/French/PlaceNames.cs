using PbfFieldBot.Engine.Places;

namespace PbfFieldBot.Engine.French;

/// <summary>A place name found in a text: the places that it may mean, and the words it stands in (the last one not included).</summary>
public sealed record PlaceSpan(IReadOnlyList<Place> Places, int From, int To, bool Exact);

/// <summary>
/// Reads place names as people type them: phone spelling, missing accents, a level before or after ("cercle de", "ville"), a hint ("Ouan, cercle de Tominian").
/// The same name at several levels is the cercle; two different places are asked, never guessed; unknown is said.
/// </summary>
public sealed class PlaceNames
{
    private const int LongestName = 4;
    private const int LongestText = 40;
    private const int WordsOfAName = 5;
    private const int ContentOfAnAnswer = 3;
    private const int ShortestSlip = 5;
    private static readonly WordList Lexicon = WordList.Load("lieux.fr.yaml");
    private static readonly HashSet<string> Fillers = Lexicon.Group("fillers");
    private static readonly HashSet<string> Elsewhere = [.. Lexicon.Group("elsewhere").Select(Compact)];
    private static readonly HashSet<string> ElsewhereSounds = [.. Elsewhere.Select(PlaceIndex.SoundOf)];
    private static readonly HashSet<string> OutsideNames = Lexicon.Group("outside");
    private static readonly HashSet<string> NotPlaces = [.. Lexicon.Group("not_places").Select(Compact)];
    private readonly PlaceIndex index;

    public PlaceNames(Gazetteer gazetteer)
    {
        Gazetteer = gazetteer;
        index = new PlaceIndex(gazetteer);
    }

    public Gazetteer Gazetteer { get; }

    /// <summary>Reads a whole answer. <paramref name="own"/> is the person's own area: it decides between places of the same name.</summary>
    public PlaceReading Read(string text, Place? own = null)
    {
        var words = Words.Of(text);
        return SelfCorrection.Meant(words) is { Length: > 0 } meant && Of(Words.Of(meant), own) is { Place: not null } corrected ? corrected : Of(words, own);
    }

    private PlaceReading Of(Words words, Place? own)
    {
        if (WholeName(words, own) is { } whole)
            return Chosen(whole);
        var spans = Scan(words, own, alsoNear: true);
        if (spans.Count == 0)
            return new PlaceReading(null, [], RejectReasons.PlaceUnknown);
        if (WithinHint(words, spans) is { } within)
            return Chosen(within);
        return Chosen(Narrowed([.. spans.Select(s => s.Places)], own));
    }

    private static PlaceReading Chosen(IReadOnlyList<Place> places) => places switch
    {
        [] => new PlaceReading(null, [], RejectReasons.PlaceUnknown),
        [var only] => new PlaceReading(only, [], null),
        _ => new PlaceReading(null, places, RejectReasons.PlaceAmbiguous),
    };

    // "5e region", "marka la": the whole answer is one name, however it is cut.
    private List<Place>? WholeName(Words words, Place? own)
    {
        if (words.Count is < 2 or > WordsOfAName || CompactOf(words, 0, words.Count) is not { } compact)
            return null;
        var found = index.Exact(compact) is { Count: > 0 } exact ? exact : index.OneSlip(compact);
        if (found.Count == 0)
            return null;
        var named = PlaceIndex.Named(found);
        return Tied(Preferred(named), own);
    }

    // "Da, cercle de San": the name before the hint is looked for among the communes of that cercle, more kindly; when it is none of them, nothing is guessed.
    private List<Place>? WithinHint(Words words, IReadOnlyList<PlaceSpan> spans)
    {
        if (spans is not [{ Places: [{ Level: PlaceLevel.Cercle } cercle] } hint] || hint.From < 2)
            return null;
        var level = hint.From - 1;
        while (level > 0 && words.At(level) is "de" or "du" or "d" or "(" or ",")
            level--;
        var (from, to) = (0, Lexicon.Group("cercle").Contains(words.At(level)) ? level : level + 1);
        while (to > 0 && (words[to - 1].Kind == WordKind.Sign || words.At(to - 1) is "dans" or "le"))
            to--;
        while (from < to && Fillers.Contains(words.At(from)))
            from++;
        if (to == hint.From || from >= to || to - from > 2 || CompactOf(words, from, to - from) is not { Length: >= 2 } compact || NotPlaces.Contains(compact))
            return null;
        return PlaceIndex.Named([.. index.Within(compact, p => Holds(cercle, p))]);
    }

    /// <summary>The place names of a text in order. By the letter everywhere; by the ear only when asked (a whole answer, or words after "a", "cercle de").</summary>
    public IReadOnlyList<PlaceSpan> Scan(Words words, Place? own, bool alsoNear)
    {
        var spans = new List<PlaceSpan>();
        var few = alsoNear && words.All.Count(w => w.Kind == WordKind.Letters && !Fillers.Contains(w.Fold)) <= ContentOfAnAnswer;
        for (var at = 0; at < words.Count && at < LongestText; at++)
        {
            if (words[at].Kind == WordKind.Letters && (ExactAt(words, at) ?? (alsoNear && (few || words.At(at - 1) is "a" or "au") ? NearAt(words, at) : null)) is { } span)
            {
                spans.Add(span with { Places = Levelled(words, span, own) });
                at = span.To - 1;
            }
        }

        return spans;
    }

    /// <summary>The place that begins at a word, by the letter or, failing that, by the ear; null when none does.</summary>
    public PlaceSpan? NearAt(Words words, int at, Place? own)
    {
        var span = ExactAt(words, at) ?? NearAt(words, at);
        return span is null ? null : span with { Places = Levelled(words, span, own) };
    }

    /// <summary>The place that begins at a word, by the letter; null when none does.</summary>
    public PlaceSpan? ExactAt(Words words, int at, Place? own)
    {
        var span = ExactAt(words, at);
        return span is null ? null : span with { Places = Levelled(words, span, own) };
    }

    /// <summary>True when a known town outside the two regions begins at a word.</summary>
    public static bool IsElsewhere(Words words, int at)
    {
        for (var length = Math.Min(LongestName, words.Count - at); length > 0; length--)
            if (CompactOf(words, at, length) is { } compact && Elsewhere.Contains(compact))
                return true;
        return false;
    }

    /// <summary>One place out of those that several words of one answer may mean: the most precise when one lies in the other, all when they differ.</summary>
    public static IReadOnlyList<Place> Narrowed(IReadOnlyList<IReadOnlyList<Place>> groups, Place? own)
    {
        var current = groups[0];
        foreach (var next in groups.Skip(1))
        {
            var inside = current.Where(p => next.Any(n => Holds(n, p))).ToList();
            var outside = next.Where(n => current.Any(p => Holds(p, n))).ToList();
            current = inside.Count > 0 ? inside : outside.Count > 0 ? outside : [.. current.Concat(next).Distinct()];
        }

        var own1 = own is null ? [] : current.Where(p => Holds(own, p)).ToList();
        return own1.Count == 1 ? own1 : [.. current.Distinct()];
    }

    private PlaceSpan? ExactAt(Words words, int at)
    {
        if (!index.MayBegin(words.At(at)) && !OutsideNames.Contains(words.At(at)))
            return null;
        for (var length = Math.Min(LongestName, words.Count - at); length > 0; length--)
        {
            var compact = CompactOf(words, at, length);
            if (compact is null || length == 1 && Fillers.Contains(compact) || length > 1 && (EndsSmall(words, at + length - 1) || NotPlaces.Contains(words.At(at))))
                continue;
            if (length == 1 && OutsideNames.Contains(compact))
                return new PlaceSpan([new Place(PlaceLevel.Outside, char.ToUpperInvariant(compact[0]) + compact[1..], null, null, null)], at, at + length, true);
            if (index.Named(compact) is { } found)
                return new PlaceSpan(found, at, at + length, true);
        }

        return null;
    }

    // "San a eu lieu" names San, not Sana.
    private static bool EndsSmall(Words words, int last) => words[last].Loose && words.At(last) is "a" or "au" or "le" or "la" or "de" or "en" or "et";

    private PlaceSpan? NearAt(Words words, int at)
    {
        for (var length = Math.Min(LongestName - 1, words.Count - at); length > 0; length--)
        {
            var compact = CompactOf(words, at, length);
            if (compact is { Length: 2 or 3 } && SaidLevel(words, at) is { } said && index.SameSound(compact).Where(e => e.Place.Level == said).ToList() is { Count: > 0 } small)
                return new PlaceSpan(PlaceIndex.Named(small), at, at + length, false);
            if (compact is null || compact.Length < 4 || length == 1 && Fillers.Contains(compact))
                continue;
            if (length > 1 && Enumerable.Range(at, length).Any(i => Fillers.Contains(words.At(i)) || NotPlaces.Contains(words.At(i))))
                continue;
            if (Elsewhere.Contains(compact) || NotPlaces.Contains(compact) || compact.Length < ShortestSlip && ElsewhereSounds.Contains(PlaceIndex.SoundOf(compact)))
                return null;
            if (index.SameSound(compact) is { Count: > 0 } same)
                return new PlaceSpan(PlaceIndex.Named(same), at, at + length, false);
            if (index.SameLetters(compact) is { Count: > 0 } doubled)
                return new PlaceSpan(PlaceIndex.Named(doubled), at, at + length, false);
            if (compact.Length >= ShortestSlip && Elsewhere.Any(e => Spelling.OneSlip(e, compact)))
                return null;
            if (index.Near(compact) is { Count: > 0 } found)
                return new PlaceSpan(PlaceIndex.Named(found), at, at + length, false);
        }

        return null;
    }

    // "cercle de X", "X ville", "region X": the level said; else the cercle before the commune, the commune before the region.
    private static List<Place> Levelled(Words words, PlaceSpan span, Place? own)
    {
        var places = span.Places;
        if (LevelSaid(words, span) is { } level)
        {
            var said = places.Where(p => p.Level == level).ToList();
            if (said.Count == 0 && level == PlaceLevel.Commune)
                said = [.. places.Where(p => p.Level != PlaceLevel.Region)];
            if (said.Count > 0)
                return Tied(said, own);
        }

        return Tied(Preferred(places), own);
    }

    // Of the places of one name, those of the first rank.
    private static List<Place> Preferred(IReadOnlyList<Place> places) => places.Count == 1 ? [places[0]] : [.. places.Where(p => !places.Any(o => o.Name == p.Name && Rank(o) < Rank(p)))];

    // "commune de da": the level said lets a short name be heard.
    private static PlaceLevel? SaidLevel(Words words, int at)
    {
        var before = at - 1;
        while (words.At(before) is "de" or "du" or "d" or "rurale" or "urbaine")
            before--;
        return Level(words.At(before));
    }

    private static int Rank(Place place) => place.Level switch
    {
        PlaceLevel.Cercle => 0,
        PlaceLevel.Commune => 1,
        _ => 2,
    };

    private static List<Place> Tied(List<Place> places, Place? own)
    {
        if (places.Count < 2 || own is null)
            return places;
        var mine = places.Where(p => Holds(own, p)).ToList();
        return mine.Count == 1 ? mine : places;
    }

    private static PlaceLevel? LevelSaid(Words words, PlaceSpan span)
    {
        var at = span.From - 1;
        while (words.At(at) is "de" or "du" or "d" or "la" or "l" or ":" or "urbaine" or "rurale")
            at--;
        return Level(words.At(at)) ?? (words.At(span.To) is "ville" or "commune" or "cercle" or "centre" or "region" ? Level(words.At(span.To)) ?? PlaceLevel.Commune
            : words.At(span.To) == "(" ? Level(words.At(span.To + 1)) : null);
    }

    private static PlaceLevel? Level(string word) =>
        Lexicon.Group("region").Contains(word) ? PlaceLevel.Region
        : Lexicon.Group("cercle").Contains(word) ? PlaceLevel.Cercle
        : Lexicon.Group("commune").Contains(word) || Lexicon.Group("village").Contains(word) ? PlaceLevel.Commune
        : null;

    private static bool Holds(Place larger, Place smaller) =>
        larger.PCode is { } code && smaller.PCode is { } inner && inner.Length > code.Length && inner.StartsWith(code, StringComparison.Ordinal);

    private static string? CompactOf(Words words, int at, int length)
    {
        var compact = "";
        for (var i = at; i < at + length; i++)
        {
            if (words[i].Kind == WordKind.Sign && words[i].Fold is "-" or "." && i > at && i + 1 < at + length)
                continue;
            if (words[i].Kind is not (WordKind.Letters or WordKind.Digits))
                return null;
            compact += words[i].Fold;
        }

        return words[at + length - 1].Kind == WordKind.Sign ? null : compact;
    }

    private static string Compact(string name) => Folding.Fold(name).Replace(" ", "", StringComparison.Ordinal);
}
