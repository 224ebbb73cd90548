using System.Globalization;

namespace PbfFieldBot.Engine.French;

/// <summary>Reads one number from left to right.</summary>
internal sealed class NumberCursor(Words words, int start)
{
    private const int LongestDigits = 12;

    public int Index { get; private set; } = start;

    public bool Malformed { get; private set; }

    private string Here => words.At(Index);

    public long? Number()
    {
        var total = 0L;
        var any = false;
        if (Scaled(NumberWords.Million, 1_000_000, ref total, needsHead: true))
            any = true;
        if (Scaled(NumberWords.Thousand, 1000, ref total, needsHead: false))
            any = true;
        if (BelowThousand(first: !any) is { } rest)
        {
            total += rest;
            any = true;
        }

        if (any && (NumberWords.Thousand.Contains(Here) || NumberWords.Hundred.Contains(Here)))
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
        if (!first && Here == "et" && (NumberWords.Unit(words.At(Index + 1)) is not null || NumberWords.Ten(words.At(Index + 1)) is not null))
            Index++;
        if (Digits(first) is { } digits)
        {
            if (digits is >= 2 and < 10 && NumberWords.Hundred.Contains(Here) && IsWord(Index))
                return Hundreds(digits, inDigits: true);
            return digits;
        }

        if (NumberWords.Hundred.Contains(Here))
            return Hundreds(1);
        var unit = IsWord(Index) ? NumberWords.Unit(Here) : null;
        if (unit is >= 2 and <= 9)
        {
            var after = Index + 1 + (words.At(Index + 1) == "-" ? 1 : 0);
            if (NumberWords.Hundred.Contains(words.At(after)))
            {
                Index = after;
                return Hundreds(unit.Value);
            }
        }

        var small = BelowHundred();
        if (small is null)
            Index = saved;
        if (small is >= 11 and <= 19 && NumberWords.Hundred.Contains(words.At(Index + Dash(Index))))
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
        if (Here == "et" && IsWord(Index + 1) && (NumberWords.Unit(words.At(Index + 1)) is not null || NumberWords.Ten(words.At(Index + 1)) is not null))
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

        if (NumberWords.WideTens.TryGetValue(Here, out var wide))
        {
            Index++;
            return wide + Tail(9);
        }

        if (NumberWords.Ten(Here) is { } ten)
        {
            Index++;
            return ten + Tail(ten == 60 ? 19 : 9);
        }

        return BelowTwenty();
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
        if (!IsWord(Index) || NumberWords.Unit(Here) is not { } unit || NumberWords.Ten(Here) is not null)
            return null;
        Index++;
        var next = Index + Dash(Index);
        if (unit == 10 && IsWord(next) && NumberWords.Unit(words.At(next)) is >= 7 and <= 9 and var more)
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
