namespace PbfFieldBot.Engine.French;

/// <summary>What makes a number something else than a count: a decimal, a range, a phone number, money, a percentage, a measure, an ordinal. Ages and hours beside a count are passed over.</summary>
internal static class NumberObstacles
{
    private const int PhoneDigits = 8;
    private const int LeastFrancs = 500;
    private const int SmallestCoin = 50;
    private const int LatestHour = 24;
    private const int FirstYear = 1990;
    private const int LastYear = 2100;
    private static readonly WordList Lexicon = NumberWords.All;
    private static readonly HashSet<string> DecimalWords = Lexicon.Group("decimal_words");
    private static readonly HashSet<string> Measures = Lexicon.Group("measures");
    private static readonly HashSet<string> Money = Lexicon.Group("money");
    private static readonly HashSet<string> Percent = Lexicon.Group("percent");
    private static readonly HashSet<string> OrdinalEnds = Lexicon.Group("ordinal_ends");
    private static readonly HashSet<string> Ordinals = Lexicon.Group("ordinals");
    private static readonly HashSet<string> Labels = Lexicon.Group("labels");

    /// <summary>The numbers of a text that may be counts, in order; ages ("de 15 a 40 ans"), hours ("a 9h") and years are left out.</summary>
    public static IReadOnlyList<NumberSpan> Numbers(Words words)
    {
        var spans = new List<NumberSpan>();
        for (var i = 0; i < words.Count; i++)
        {
            if (IsArticle(words, i) || NumberGrammar.At(words, i) is not { } span)
                continue;
            spans.Add(span);
            i = span.To - 1;
        }

        JoinDoubled(words, spans);
        return [.. spans.Where((s, n) => !IsAside(words, spans, n))];
    }

    // "vingt-sept (27) femmes" says one number twice.
    private static void JoinDoubled(Words words, List<NumberSpan> spans)
    {
        for (var n = spans.Count - 1; n > 0; n--)
        {
            if (!InBrackets(words, spans[n]) || spans[n - 1].To != spans[n].From - 1 || spans[n - 1].Value != spans[n].Value)
                continue;
            spans[n - 1] = spans[n - 1] with { To = spans[n].To + 1 };
            spans.RemoveAt(n);
        }
    }

    /// <summary>The reason why the text is no plain count; null when nothing stands in the way.</summary>
    public static string? Find(Words words)
    {
        var spans = Numbers(words);
        if (IsPhone(words))
            return RejectReasons.Phone;
        if (Enumerable.Range(0, words.Count).Any(i => DecimalWords.Contains(words.At(i)) && !spans.Any(s => i >= s.From && i < s.To)) && !words.Plain.Contains("moitie femme", StringComparison.Ordinal) || HasDecimal(words))
            return RejectReasons.Decimal;
        if (IsPercent(words, spans) || words.Plain.Contains("pour cent", StringComparison.Ordinal))
            return RejectReasons.Percent;
        foreach (var span in spans)
        {
            if (IsNegative(words, span))
                return RejectReasons.Negative;
            if (Obstacle(words, span) is { } obstacle)
                return obstacle;
        }

        return !spans.Any(s => PeopleWords.IsPeople(words.At(s.To))) && words.Any(w => Ordinals.Contains(w.Fold) || IsOrdinalWord(w.Fold)) ? RejectReasons.NotANumber
            : IsRange(words, spans) ? RejectReasons.Range
            : null;
    }

    /// <summary>The same for a text that counts women, men or the young: there "12/6" and "6 et 9" are no ranges, "9h" may be nine men.</summary>
    public static string? FindBesideGroups(Words words)
    {
        var spans = Numbers(words);
        if (IsPercent(words, spans))
            return RejectReasons.Percent;
        if (spans.Any(s => s.Malformed || IsOrdinal(words, s)))
            return RejectReasons.NotANumber;
        if (spans.Any(s => IsNegative(words, s)))
            return RejectReasons.Negative;
        if (spans.Any(s => Money.Contains(words.At(s.To)) || IsFrancs(words, s)))
            return RejectReasons.Amount;
        for (var n = 1; n < spans.Count; n++)
            if (words.Text(spans[n - 1].To, spans[n].From) is "a" or "ou" or "-" && !PeopleWords.IsPeople(words.At(spans[n - 1].To)) && PeopleWords.IsPeople(words.At(spans[n].To)) && words.At(spans[n].To).Length > 1)
                return RejectReasons.Range;
        return HasDecimal(words) && !words.Plain.Contains('/', StringComparison.Ordinal) ? RejectReasons.Decimal : null;
    }

    /// <summary>True for a bound on people, which is no count: "plus de 30 personnes", "au moins 20 femmes", "des dizaines". "Moins de 35 ans" is an age.</summary>
    public static bool IsBound(Words words, NumberSpan span) => span.Approximate && words.At(span.From - 1) is "des" or "plusieurs" or "quelques" && span.To == span.From + 1 || PeopleWords.IsPeople(words.At(span.To))
        && (words.At(span.From - 1) == "de" && words.At(span.From - 2) is "plus" or "moins" || words.At(span.To + 1) is "et" or "ou" or "voire" && words.At(span.To + 2) == "plus" && span.To + 3 == words.Count || words.At(span.To + 1) is "maxi" or "max" or "maximum" or "mini" or "minimum" || words.At(span.From - 2) == "au" && words.At(span.From - 1) is "moins" or "plus");

    /// <summary>True for "15000 F" and "75 F CFA": a round number of francs, where no men are counted beside and it is no part of a whole.</summary>
    public static bool IsFrancs(Words words, NumberSpan span) => words.At(span.To) == "f" && (words.At(span.To + 1) == "cfa" || span.Value >= LeastFrancs && span.Value % SmallestCoin == 0
        && !PeopleWords.Among.Contains(words.At(span.From - 1)) && !words.Any(w => PeopleWords.Of(w.Fold) == PeopleGroup.Men));

    /// <summary>True for an hour with nothing beside that makes its "h" men: "15h", "a 9 h".</summary>
    public static bool IsHourAlone(Words words, IReadOnlyList<NumberSpan> spans) => spans.Count == 1 && words.At(spans[0].To) == "h" && spans[0].Value <= LatestHour
        && (spans[0].To + 1 == words.Count || words.At(spans[0].To + 1) == "de") && (!words[spans[0].To].Loose || spans[0].From > 0 || words.At(spans[0].To + 1) == "de") && (Enumerable.Range(0, spans[0].From).All(i => words.At(i) is "a" or "vers" or "de" or "des" or "il" or "est") || words.At(spans[0].From - 1) is "a" or "vers" or "de" or "des" or "apres" or "avant" or "jusqu");

    /// <summary>True when the number stands alone in brackets: "15 (seize)".</summary>
    public static bool InBrackets(Words words, NumberSpan span) => words.At(span.From - 1) == "(" && words.At(span.To) == ")";

    /// <summary>True when number a and number b are the ends of a range: "10 a 15", "10-15", "10 ou 15", "entre 10 et 15".</summary>
    public static bool IsRange(Words words, IReadOnlyList<NumberSpan> spans)
    {
        for (var n = 1; n < spans.Count; n++)
        {
            var between = words.Text(spans[n - 1].To, spans[n].From);
            if (between is "a" or "-" or "ou" or "/" or "\u2013" or "au" || between == "et" && words.At(spans[n - 1].From - 1) == "entre")
                return true;
        }

        return false;
    }

    private static string? Obstacle(Words words, NumberSpan span)
    {
        var next = words.At(span.To);
        var stuck = span.To < words.Count && !words[span.To].Loose;
        if (Money.Contains(next) || next is "\u20ac" or "$" || next == "f" && Money.Contains(words.At(span.To + 1)))
            return RejectReasons.Amount;
        if (IsOrdinal(words, span) || words.At(span.From - 1) is "le" or "la" && span.To == words.Count && !span.Approximate)
            return RejectReasons.NotANumber;
        if (Labels.Contains(words.At(span.From - (words.At(span.From - 1) == "\u00b0" ? 2 : 1))) && !IsCounting(words, span))
            return RejectReasons.NotANumber;
        if (IsSignedBound(words, span))
            return RejectReasons.Vague;
        if (next is "\u00b0" or "\u2030" || IsOtherLetter(words, span.To, span.To) || IsOtherLetter(words, span.From - 1, span.From) || words.At(span.From - 1) == "\u221a")
            return RejectReasons.NotANumber;
        return Measures.Contains(next) && !IsPeopleLetter(next, stuck, words, span) ? RejectReasons.NotANumber : null;
    }

    // "> 23", ">= 23", "23+"; an arrow points to the number.
    private static bool IsSignedBound(Words words, NumberSpan span)
    {
        var (before, sign) = (words.At(span.From - 2), words.At(span.From - 1));
        return sign is "<" or "\u2265" or "\u2264" || sign == ">" && before is not ("-" or "=") || sign == "=" && before is "<" or ">" || words.At(span.To) == "+" && span.To + 1 == words.Count;
    }

    // "A23", "23A": one letter without a blank that names no people.
    private static bool IsOtherLetter(Words words, int letter, int second) => letter >= 0 && second < words.Count && !words[second].Loose
        && words[letter].Kind == WordKind.Letters && words.At(letter).Length == 1 && !PeopleWords.IsPeople(words.At(letter)) && words.At(letter) != "t" && !Measures.Contains(words.At(letter));

    // A share beside a count is no obstacle: its number was left out.
    private static bool IsPercent(Words words, IReadOnlyList<NumberSpan> spans) => Enumerable.Range(0, words.Count).Any(i => (words.At(i) == "%" || Percent.Contains(words.At(i))) && (words[i - 1 < 0 ? 0 : i - 1].Kind != WordKind.Digits || spans.Any(s => s.To == i)));

    private static bool IsOrdinal(Words words, NumberSpan span) => words[span.To - 1].Kind == WordKind.Digits
        && span.To < words.Count && !words[span.To].Loose && OrdinalEnds.Contains(words.At(span.To));

    // "nombre 12", "n 12" before a count of people is no label.
    private static bool IsCounting(Words words, NumberSpan span) => PeopleWords.IsPeople(words.At(span.To));

    // "9h" is an hour when nothing else is said, "6f 9h" is six women and nine men.
    private static bool IsPeopleLetter(string next, bool stuck, Words words, NumberSpan span) =>
        next == "h" && !(stuck && span.To + 1 < words.Count && words[span.To + 1].Kind == WordKind.Digits && !words[span.To + 1].Loose)
        && words.Any(w => w.Fold is "f" or "femme" or "femmes" or "fem" or "hommes");

    private static bool IsNegative(Words words, NumberSpan span)
    {
        var before = words.At(span.From - 1);
        if (before == "moins")
            return words.At(span.From - 2) is not ("ou" or "au") && !IsAge(words, span);
        return before is "-" or "\u2212" && (span.From == 1 || words[span.From - 1].Loose) && !words[span.From].Loose;
    }

    private static bool HasDecimal(Words words)
    {
        for (var i = 0; i < words.Count - 1; i++)
        {
            if (words[i].Kind != WordKind.Sign || words[i + 1].Kind != WordKind.Digits || words[i + 1].Loose)
                continue;
            var tight = i > 0 && words[i - 1].Kind == WordKind.Digits && !words[i].Loose;
            if (words[i].Fold == "," && (tight || i == 0) || words[i].Fold is "." or "\u00b7" && tight && words[i + 1].Fold.Length != 3)
                return true;
            if (words[i].Fold is "/" or "\u2044" && tight && i + 2 >= words.Count)
                return true;
        }

        return words.Any(w => w.Fold.Length == 1 && char.GetUnicodeCategory(w.Fold[0]) == System.Globalization.UnicodeCategory.OtherNumber);
    }

    private static bool IsPhone(Words words)
    {
        var (digits, groups) = (0, 0);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Kind == WordKind.Digits)
            {
                digits += words[i].Fold.Length;
                groups++;
            }
            else if (words[i].Fold is not ("." or "-" or "/" or "+" or "(" or ")"))
            {
                (digits, groups) = (0, 0);
            }

            if (digits >= PhoneDigits && (groups >= 3 && !IsThousands(words, i) || groups == 1 && digits is >= PhoneDigits and <= 15 || words.At(0) == "+"))
                return true;
        }

        return false;
    }

    private static bool IsThousands(Words words, int last) => words[last].Fold.Length == 3 && words.At(last - 1).Length is 3 or 1;

    // Ages, hours and years beside a count are not counts: "20 participants de 15 a 40 ans", "debut a 9h".
    private static bool IsAside(Words words, List<NumberSpan> spans, int n)
    {
        if (spans.Count < 2)
            return false;
        var span = spans[n];
        if (IsAge(words, span) || n + 1 < spans.Count && IsAge(words, spans[n + 1]) && words.Text(span.To, spans[n + 1].From) is "a" or "et" or "-")
            return true;
        return IsHour(words, span) || IsOrdinal(words, span) || IsShare(words, span) || words.At(span.From - 1) == "en" && span.Value is >= FirstYear and <= LastYear;
    }

    // "8 femmes (35 %)" says the women twice; "15 dont 35 % de femmes" only so.
    private static bool IsShare(Words words, NumberSpan span) => (words.At(span.To) == "%" || Percent.Contains(words.At(span.To)))
        && !PeopleWords.IsPeople(words.At(span.To + 1)) && words.At(span.To + 1) is not ("de" or "sont" or "etaient") && !PeopleWords.Among.Contains(words.At(span.From - 1));

    private static bool IsAge(Words words, NumberSpan span) => words.At(span.To) is "ans" or "an";

    private static bool IsHour(Words words, NumberSpan span)
    {
        var next = words.At(span.To);
        var before = words.At(span.From - 1);
        if (next == "h" && words.At(span.To + 2) == "f" || before == "h" && next == "f")
            return false;
        if (next is "heure" or "heures" || next == "h" && span.From == 0 && !words[span.To].Loose && words.At(span.To + 1) == ":" && span.Value <= LatestHour)
            return true;
        if (before is "h" && words.At(span.From - 2) is { Length: > 0 } hour && char.IsAsciiDigit(hour[0]) && !words[span.From].Loose && !words[span.From - 1].Loose)
            return true;
        if (next == "h" && before is "dure" or "pendant" or "durant")
            return true;
        return next == "h" && (before is "a" or "vers" or "des" or "de" or "jusqu" or "debut" || span.To + 1 < words.Count && words[span.To + 1].Kind == WordKind.Digits && !words[span.To + 1].Loose && !words[span.To].Loose);
    }

    // "une femme" counts one; "un peu", "les uns", "un jour" do not.
    private static bool IsArticle(Words words, int at)
    {
        if (words.At(at) is not ("un" or "une"))
            return false;
        if (words.Count == 1)
            return false;
        if (words.At(at - 1) == "pas")
            return true;
        var next = words.At(words.At(at + 1) is "seul" or "seule" ? at + 2 : at + 1);
        var joined = words.At(at - 1) is "et" or "cent" or "mille" or "vingt" or "-";
        return !joined && next.Length > 0 && !PeopleWords.IsPeople(next) && NumberGrammar.At(words, at) is { } span && span.To == at + 1 && !Lexicon.Group("counted").Contains(next) && words[at + 1].Kind == WordKind.Letters;
    }

    private static bool IsOrdinalWord(string word) => word.Length > 5 && (word.EndsWith("ieme", StringComparison.Ordinal) || word.EndsWith("iemes", StringComparison.Ordinal));
}
