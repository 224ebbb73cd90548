using System.Globalization;

namespace PbfFieldBot.Engine.French;

/// <summary>A number found in a text: its value and the words it stands in (the last one not included).</summary>
/// <param name="Malformed">True when number words stand together that make no number ("mille mille", "dix zero").</param>
public readonly record struct NumberSpan(long Value, bool Approximate, int From, int To, bool Malformed = false);

/// <summary>Finds whole numbers in words and digits: "12 567", "vingt et un", "quatre-vingt-dix", "5 milles", "une quinzaine", "10k".</summary>
internal static class NumberGrammar
{
    private const int LongestDigits = 12;
    private const int ShortestTypo = 5;
    private static readonly WordList Lexicon = WordList.Load("nombres.fr.yaml");
    private static readonly Dictionary<string, int> Units = Lexicon.Map("units");
    private static readonly Dictionary<string, int> Tens = Lexicon.Map("tens");
    private static readonly Dictionary<string, int> WideTens = Lexicon.Map("wide_tens");
    private static readonly Dictionary<string, int> Collectives = Lexicon.Map("collective");
    private static readonly HashSet<string> Hundred = Lexicon.Group("hundred");
    private static readonly HashSet<string> Thousand = Lexicon.Group("thousand");
    private static readonly HashSet<string> Million = Lexicon.Group("million");
    private static readonly LongWords LongNumbers = new(Units.Keys.Concat(Tens.Keys), ShortestTypo + 1);
    private static readonly HashSet<string> Beginnings = [.. Units.Keys, .. Tens.Keys, .. WideTens.Keys, .. Collectives.Keys, .. Hundred, .. Thousand, "un", "une", "demi", "demie"];

    public static WordList Words => Lexicon;

    /// <summary>The words that numbers are written with, collectives left out.</summary>
    public static IEnumerable<string> NumberWords => [.. Units.Keys, .. Tens.Keys, .. WideTens.Keys, .. Hundred, .. Thousand];

    /// <summary>The number that begins at a word; null when none does.</summary>
    public static NumberSpan? At(Words words, int at) => at < 0 || at >= words.Count ? null : words.NumberAt(at);

    /// <summary>Works out the number that begins at a word; <see cref="At"/> remembers it.</summary>
    internal static NumberSpan? Find(Words words, int at)
    {
        if (words.At(at) == "dis" && words.At(at - 1) == "je")
            return null;
        if (words[at].Kind is not (WordKind.Digits or WordKind.Letters) || words[at].Kind == WordKind.Letters && !Beginnings.Contains(words.At(at)) && Typo(words.At(at)) is null)
            return null;
        if (HalfOf(words, at) is { } half)
            return half;
        if (words[at].Kind == WordKind.Letters && words.At(at) is "une" or "un" && Collectives.ContainsKey(words.At(at + 1)))
            return Collective(words, at, at + 1, 1);
        if (words[at].Kind == WordKind.Digits && at + 1 < words.Count && !words[at + 1].Loose && words.At(at + 1) is "aine" or "aines" or "taine" or "taines" && words[at].Fold.Length <= 3)
            return new NumberSpan(int.Parse(words[at].Fold, CultureInfo.InvariantCulture), true, at, at + 2);
        var cursor = new Cursor(words, at);
        if (cursor.Number() is not { } value)
            return Collectives.ContainsKey(words.At(at)) ? Collective(words, at, at, 1) : null;
        if (Collectives.ContainsKey(words.At(cursor.Index)) && value < 100)
            return Collective(words, at, cursor.Index, value);
        var malformed = cursor.Malformed || StartsNumber(words, cursor.Index);
        malformed |= words.At(cursor.Index) == "et" && cursor.Index + 1 == words.Count;
        return new NumberSpan(value, false, at, cursor.Index, malformed);
    }

    /// <summary>True when a word is written as a number (digits or number words).</summary>
    public static bool StartsNumber(Words words, int at) => at < words.Count && words[at].Kind == WordKind.Letters && words.At(at) is not ("un" or "une")
        && (Unit(words.At(at)) is not null || Tens.ContainsKey(words.At(at)) || WideTens.ContainsKey(words.At(at)) || Hundred.Contains(words.At(at)) || Thousand.Contains(words.At(at)));

    // "une demi-douzaine", "un demi-million".
    private static NumberSpan? HalfOf(Words words, int at)
    {
        var next = words.At(at) is "un" or "une" ? at + 1 : at;
        if (words.At(next) is not ("demi" or "demie"))
            return null;
        next += words.At(next + 1) == "-" ? 2 : 1;
        if (Collectives.TryGetValue(words.At(next), out var unit) && unit % 2 == 0)
            return new NumberSpan(unit / 2, true, at, next + 1);
        return Million.Contains(words.At(next)) ? new NumberSpan(500_000, true, at, next + 1) : null;
    }

    private static NumberSpan Collective(Words words, int from, int at, long times)
    {
        var unit = Collectives[words.At(at)];
        return new NumberSpan(times * unit, times == 1 || unit != 12, from, at + 1);
    }

    private static int? Unit(string word)
    {
        if (Units.TryGetValue(word, out var unit))
            return unit;
        return Typo(word) is { } meant && Units.TryGetValue(meant, out unit) ? unit : null;
    }

    private static int? Ten(string word)
    {
        if (Tens.TryGetValue(word, out var ten))
            return ten;
        return Typo(word) is { } meant && Tens.TryGetValue(meant, out ten) ? ten : null;
    }

    // One slip in a long number word, its first letter right: "cinqante", "quatorz".
    private static string? Typo(string word) => word.Length < ShortestTypo ? null : LongNumbers.Meant(word);

    /// <summary>Reads one number from left to right.</summary>
    private sealed class Cursor(Words words, int start)
    {
        public int Index { get; private set; } = start;

        public bool Malformed { get; private set; }

        private string Here => words.At(Index);

        public long? Number()
        {
            var total = 0L;
            var any = false;
            if (Scaled(Million, 1_000_000, ref total, needsHead: true))
                any = true;
            if (Scaled(Thousand, 1000, ref total, needsHead: false))
                any = true;
            if (BelowThousand(first: !any) is { } rest)
            {
                total += rest;
                any = true;
            }

            if (any && (Thousand.Contains(Here) || Hundred.Contains(Here)))
                Malformed = true;
            return any ? total : null;
        }

        // "deux mille", "5 milles", "mille": a head of 1 to 999 (or digits), then the scale word.
        private bool Scaled(HashSet<string> scale, long unit, ref long total, bool needsHead)
        {
            var before = Index;
            if (!needsHead && scale.Contains(Here))
            {
                Index++;
                total += unit;
                return true;
            }

            var (saved, malformed) = (Index, Malformed);
            var head = BelowThousand(first: true);
            Skip("-");
            if (head is { } count && scale.Contains(Here))
            {
                Index++;
                if (words.At(Index) is "de" && unit == 1_000_000)
                    Index++;
                total += count * unit;
                return true;
            }

            (Index, Malformed) = (saved, malformed);
            Index = before;
            return false;
        }

        private long? BelowThousand(bool first)
        {
            var saved = Index;
            if (!first)
                Skip("-");
            if (!first && Here == "et" && (Unit(words.At(Index + 1)) is not null || Ten(words.At(Index + 1)) is not null))
                Index++;
            if (Digits(first) is { } digits)
            {
                if (digits is >= 2 and < 10 && Hundred.Contains(Here) && IsWord(Index))
                    return Hundreds(digits, inDigits: true);
                return digits;
            }

            if (Hundred.Contains(Here))
                return Hundreds(1);
            var unit = IsWord(Index) ? Unit(Here) : null;
            if (unit is >= 2 and <= 9)
            {
                var after = Index + 1 + (words.At(Index + 1) == "-" ? 1 : 0);
                if (Hundred.Contains(words.At(after)))
                {
                    Index = after;
                    return Hundreds(unit.Value);
                }
            }

            var small = BelowHundred();
            if (small is null)
                Index = saved;
            if (small is >= 11 and <= 19 && Hundred.Contains(words.At(Index + Dash(Index))))
            {
                Index += Dash(Index);
                return Hundreds(small.Value);
            }

            return small;
        }

        // "3 cents et 21", written as "deux cent vingt".
        private long? DigitsBelowHundred()
        {
            var at = Here == "et" ? Index + 1 : Index;
            if (at >= words.Count || words[at].Kind != WordKind.Digits || words[at].Fold.Length > 2)
                return null;
            Index = at + 1;
            return long.Parse(words[at].Fold, CultureInfo.InvariantCulture);
        }

        private long Hundreds(long count, bool inDigits = false)
        {
            Index++;
            var saved = Index;
            Skip("-");
            if (Here == "et" && IsWord(Index + 1) && (Unit(words.At(Index + 1)) is not null || Ten(words.At(Index + 1)) is not null))
                Index++;
            if (BelowHundred() is { } rest and > 0)
                return (count * 100) + rest;
            if (inDigits && DigitsBelowHundred() is { } digits)
                return (count * 100) + digits;
            Index = saved;
            return count * 100;
        }

        private long? BelowHundred()
        {
            if (!IsWord(Index))
                return null;
            if (Here is "quatre" or "quatr" or "katre" && IsTwenty(Index + 1 + Dash(Index + 1)))
            {
                Index += 2 + Dash(Index + 1);
                return 80 + Tail(19);
            }

            if (WideTens.TryGetValue(Here, out var wide))
            {
                Index++;
                return wide + Tail(9);
            }

            if (Ten(Here) is { } ten)
            {
                Index++;
                return ten + Tail(ten == 60 ? 19 : 9);
            }

            if (Unit(Here) is not { } unit)
                return null;
            Index++;
            var next = Index + Dash(Index);
            if (unit == 10 && IsWord(next) && Unit(words.At(next)) is >= 7 and <= 9 and var more)
            {
                Index = next + 1;
                return 10 + more;
            }

            return unit;
        }

        // What may follow a ten: "et un", "-deux", "dix-sept" after 60 and 80, or a digit ("trente 3").
        private long Tail(int most)
        {
            var saved = Index;
            Index += Dash(Index);
            var and = Here == "et" || Here == "e" && words.At(Index + 1 + Dash(Index + 1)) is "un" or "une" or "onze";
            if (and)
                Index += 1 + Dash(Index + 1);
            if (words.Count > Index && words[Index].Kind == WordKind.Digits && words[Index].Fold.Length == 1 && words[Index].Fold != "0" && !and)
                return words.At(Index++)[0] - '0';
            var tail = BelowTwenty();
            if (tail is { } value && value >= 1 && value <= most)
                return value;
            Index = saved;
            return 0;
        }

        private long? BelowTwenty()
        {
            if (!IsWord(Index) || Unit(Here) is not { } unit || Ten(Here) is not null)
                return null;
            Index++;
            var next = Index + Dash(Index);
            if (unit == 10 && IsWord(next) && Unit(words.At(next)) is >= 7 and <= 9 and var more)
            {
                Index = next + 1;
                return 10 + more;
            }

            return unit;
        }

        // Digits with blanks or points as thousands; "k" stuck to them is a thousand.
        private long? Digits(bool first)
        {
            if (Index >= words.Count || words[Index].Kind != WordKind.Digits || !first && words[Index].Fold.Length > 3)
                return null;
            var text = words[Index].Fold;
            var end = Index + 1;
            if (text.Length <= 3 && text[0] != '0')
                while (Group(end) is { } group)
                {
                    text += group;
                    end += words.At(end) is "." ? 2 : 1;
                }

            if (text.Length > LongestDigits)
            {
                Malformed = true;
                text = text[..LongestDigits];
            }

            Index = end;
            var value = long.Parse(text, CultureInfo.InvariantCulture);
            if (Index < words.Count && Here == "k" && (!words[Index].Loose || Index + 1 == words.Count))
            {
                Index++;
                return value * 1000;
            }

            return value;
        }

        // "12 567", "12.567": three digits after a blank or a point, and nothing stuck to them that makes them something else.
        private string? Group(int at)
        {
            var digits = words.At(at) is "." && at + 1 < words.Count && !words[at].Loose && !words[at + 1].Loose ? at + 1 : at;
            if (digits >= words.Count || words[digits].Kind != WordKind.Digits || words[digits].Fold.Length != 3 || digits == at && !words[at].Loose)
                return null;
            return words[digits].Fold;
        }

        private int Dash(int at) => words.At(at) == "-" ? 1 : 0;

        private bool IsTwenty(int at) => words.At(at) is "vingt" or "vingts" or "vint" or "vin";

        private bool IsWord(int at) => at < words.Count && words[at].Kind == WordKind.Letters;

        private void Skip(string sign)
        {
            if (Here == sign && Index + 1 < words.Count && words[Index + 1].Kind == WordKind.Letters && !words[Index + 1].Loose)
                Index++;
        }
    }
}
