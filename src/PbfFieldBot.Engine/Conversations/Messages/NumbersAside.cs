using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Conversations.Messages;

/// <summary>Numbers that count nobody: hours, money, phone numbers, ages, ordinals, percentages, distances.</summary>
internal static class NumbersAside
{
    private const int PhoneDigits = 8;
    private const int MoneyDigits = 4;
    private const int WordsToMoney = 3;
    private static readonly HashSet<string> Money = MessageLexicon.Group("money");
    private static readonly HashSet<string> Measures = MessageLexicon.Group("measures");

    /// <summary>True when an amount of money is stated.</summary>
    public static bool HaveMoney(Words words)
    {
        for (var i = 0; i < words.Count; i++)
            if (words[i].Kind == WordKind.Digits && words[i].Loose && EndOfDigits(words, i) is var to && IsAmount(words, i, to))
                return true;
        return false;
    }

    /// <summary>Sets them aside.</summary>
    public static void Mark(Words words, string kind, List<DateSpan> dates, ReportMarks marks)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Kind != WordKind.Digits || dates.Exists(d => !d.Weak && i >= d.From && i < d.To) && EndOfFrequency(words, i) is null)
                continue;
            var to = EndOfDigits(words, i);
            if (EndOfFrequency(words, i) is { } frequency)
                marks.SetAside(i, to = frequency, "frequency");
            if (WhyAside(words, i, to) is { } why)
                marks.SetAside(i, to, why);
            else if (kind != "diffusion" && EndOfHour(words, i, marks) is { } end)
                marks.SetAside(i, end, "hour");
            i = to - 1;
        }
    }

    private static string? WhyAside(Words words, int from, int to) => IsMoney(words, from, to) ? "money"
        : IsOrdinal(words, to) ? "ordinal"
        : DigitsIn(words, from, to) >= PhoneDigits ? "phone"
        : IsMeasured(words, to) ? "measure"
        : IsNumbered(words, from) ? "numbered" : null;

    // "presents 18 absents 4" counts those present.
    private static bool IsMeasured(Words words, int to) => Measures.Contains(words.At(to)) && !(words.At(to).StartsWith("absent", StringComparison.Ordinal) && NumberGrammar.At(words, SkipColon(words, to + 1)) is not null);

    // "n 4", "absents 3", "J2".
    private static bool IsNumbered(Words words, int at) => words.At(at - 1) is "n" or "no" or "numero" or "absents" or "absent" or "excuses" || at > 1 && words.At(at - 1) is ":" && words.At(at - 2) is "absents" or "absent" or "excuses"
        || words.At(at - 1) == "j" && !words[at].Loose && words[at].Fold.Length == 1;

    // "98.0 FM", "FM 101,5".
    private static int? EndOfFrequency(Words words, int at)
    {
        var to = words.At(at + 1) is "." or "," && at + 2 < words.Count && words[at + 2].Kind == WordKind.Digits && !words[at + 2].Loose ? at + 3 : at + 1;
        return words.At(to) is "fm" or "mhz" || words.At(at - 1) == "fm" && to == at + 3 ? to : null;
    }

    private static int SkipColon(Words words, int at) => words.At(at) is ":" or "=" ? at + 1 : at;

    private static int EndOfDigits(Words words, int from)
    {
        var to = from + 1;
        while (to < words.Count && words[to].Kind == WordKind.Digits)
            to++;
        return to;
    }

    private static int DigitsIn(Words words, int from, int to)
    {
        var digits = 0;
        for (var i = from; i < to; i++)
            digits += words[i].Fold.Length;
        return digits;
    }

    private static bool IsMoney(Words words, int from, int to)
    {
        var next = words.At(to);
        if (IsAmount(words, from, to))
            return true;
        for (var i = Math.Max(0, from - WordsToMoney); i < from; i++)
            if (Money.Contains(words.At(i)))
                return !PeopleWords.IsPeople(next) || next == "f";
        return false;
    }

    private static bool IsAmount(Words words, int from, int to) => words.At(to) is "fcfa" or "cfa" or "francs" or "franc" or "frs" || words.At(to) == "f" && DigitsIn(words, from, to) >= MoneyDigits;

    private static bool IsOrdinal(Words words, int to) => to < words.Count && !words[to].Loose && words.At(to) is "e" or "eme" or "er" or "ere" or "ieme" or "nd";

    // "arrive 10h reparti 16h", "2h de retard" are hours; "15 pers, 9h 6f" are men: an h beside a group that has its own number.
    private static int? EndOfHour(Words words, int at, ReportMarks marks)
    {
        var unit = words.At(at + 1);
        if (unit is not ("h" or "heure" or "heures" or "hr" or "hrs" or "min" or "mn" or "minutes") || unit == "h" && IsMen(words, at, marks))
            return null;
        return at + 2 < words.Count && words[at + 2].Kind == WordKind.Digits && !words[at + 2].Loose ? at + 3 : at + 2;
    }

    private static bool IsMen(Words words, int number, ReportMarks marks)
    {
        var next = number + 2;
        if (next < words.Count && words[next].Kind == WordKind.Digits && !words[next].Loose)
            return false;
        while (Joins(words.At(next)))
            next++;
        if (next < words.Count && words[next].Kind == WordKind.Digits && PeopleWords.Of(words.At(next + 1)) is PeopleGroup.Women or PeopleGroup.Youth)
            return true;
        if (next < words.Count && PeopleWords.Of(words.At(next)) is PeopleGroup.Women && NumberGrammar.At(words, next + 1) is not null)
            return true;
        var before = number - 1;
        while (Joins(words.At(before)) || words.At(before) == ":")
            before--;
        return before > 0 && words.At(before) != "h" && PeopleWords.Of(words.At(before)) is not null && words[before - 1].Kind == WordKind.Digits && !marks.IsAside(before - 1);
    }

    private static bool Joins(string word) => word is "," or "/" or "et" or "-" or "+" or "(" or ")" or "dont" or "dt" or "&";
}
