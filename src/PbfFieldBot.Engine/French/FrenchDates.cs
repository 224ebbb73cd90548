namespace PbfFieldBot.Engine.French;

/// <summary>Reads a whole answer as one past day in the project's time zone: "hier", "lundi", "12/11", "12 novembre", "il y a 3 jours".</summary>
public static class FrenchDates
{
    private static readonly WordList Lexicon = DateWords.All;
    private static readonly WordSet Tomorrow = Lexicon.Group("tomorrow");
    private static readonly WordSet Frame = Lexicon.Group("frame");
    private static readonly WordSet Week = Lexicon.Group("week");
    private static readonly WordSet Vague = Lexicon.Group("vague");
    private static readonly WordSet Repeat = Lexicon.Group("repeat");
    private static readonly WordSet Open = Lexicon.Group("open");

    /// <summary>Reads an answer; <paramref name="reference"/> is today. Refused: future, impossible, contradictory, several days, vague words.</summary>
    public static DateReading Read(string text, DateOnly reference)
    {
        var words = Words.Of(text);
        if (words.Count == 0)
            return new DateReading(null, RejectReasons.Empty);
        return SelfCorrection.Meant(words) is { Length: > 0 } meant && meant.Length < text.Length && Read(meant, reference) is { Date: not null } corrected ? corrected : Of(words, reference);
    }

    private static DateReading Of(Words words, DateOnly reference)
    {
        var spans = DateGrammar.All(words, reference);
        if (Has(Tomorrow, words, spans))
            return new DateReading(null, RejectReasons.DateFuture);
        if (Has(Repeat, words, spans))
            return new DateReading(null, RejectReasons.DateVague);
        if (spans.Count == 1 && words.At(spans[0].From - 1) == "pas")
            return new DateReading(null, RejectReasons.DateVague);
        if (Several(words, spans) is { } several)
            return new DateReading(null, several);
        if (Has(Open, words, spans))
            return new DateReading(null, words.Any(w => w.Fold == "entre") ? RejectReasons.DateRange : RejectReasons.DateVague);
        var strong = spans.Where(s => !s.Weak).ToList();
        var chosen = strong.Count > 0 ? strong : spans;
        if (chosen.Count == 0)
            return new DateReading(null, WithoutDate(words));
        if (chosen.FirstOrDefault(s => s.Reject is not null) is { Reject: { } reject })
            return new DateReading(null, reject);
        if (strong.Count == 0 && !OnlyFrame(words, spans))
            return new DateReading(null, RejectReasons.NotADate);
        return new DateReading(chosen[0].Date, null);
    }

    /// <summary>The dates that stand in a longer text, with the words they use; a future or impossible one is there with its reason.</summary>
    public static IReadOnlyList<DateSpan> Scan(Words words, DateOnly reference) => DateGrammar.All(words, reference);

    // "du 12 au 14", "lundi et mardi", "hier ou avant-hier", "les 5, 6 et 7 novembre".
    private static string? Several(Words words, List<DateSpan> spans)
    {
        for (var n = 0; n + 1 < spans.Count; n++)
        {
            if (spans[n].Date is { } one && spans[n + 1].Date is { } other && one == other)
                continue;
            var between = words.Text(spans[n].To, spans[n + 1].From).Replace(" le", "", StringComparison.Ordinal).Replace("le ", "", StringComparison.Ordinal).Trim();
            if (between is "ou" or "ou bien" or "soit")
                return RejectReasons.DateAmbiguous;
            if (between is "au" or "a" or "et" or "-" or "\u2013" or "," or ", et" or "jusqu au" or "au dimanche" or "et le" or "&")
                return RejectReasons.DateRange;
            if (!spans[n].Weak && !spans[n + 1].Weak)
                return RejectReasons.DateAmbiguous;
        }

        return LooseRange(words, spans) ? RejectReasons.DateRange : null;
    }

    // "10 - 22 aout 2012", "du 10 au 22 aout": a number that no span took, then a joining word, then a date.
    private static bool LooseRange(Words words, List<DateSpan> spans) => spans.Any(s =>
    {
        var at = s.From - 1;
        while (at >= 0 && words.At(at) is "le" or "du")
            at--;
        return at >= 1 && words.At(at) is "au" or "a" or "-" or "et" or "ou" or "," or "/" && words[at - 1].Kind == WordKind.Digits;
    });

    private static string WithoutDate(Words words)
    {
        if (words.Any(w => Week.Contains(w.Fold) || DateWords.Month(w.Fold) is not null && w.Fold.Length > 3))
            return RejectReasons.DateRange;
        for (var i = 0; i < words.Count; i++)
            if (DateWords.Length(Vague, words, i) > 0)
                return RejectReasons.DateVague;
        return RejectReasons.NotADate;
    }

    private static bool Has(WordSet group, Words words, List<DateSpan> spans)
    {
        for (var i = 0; i < words.Count; i++)
            if (!spans.Any(s => i >= s.From && i < s.To) && DateWords.Length(group, words, i) is > 0 and var length && !IsHour(words, i + length))
                return true;
        return false;
    }

    // "vers 10h", "a partir de 9 heures".
    private static bool IsHour(Words words, int at)
    {
        at += words.At(at) is "de" or "d" ? 1 : 0;
        return at < words.Count && words[at].Kind == WordKind.Digits && words.At(at + 1) is "h" or "heure" or "heures";
    }

    private static bool OnlyFrame(Words words, List<DateSpan> spans)
    {
        for (var i = 0; i < words.Count; i++)
            if ((words[i].Kind == WordKind.Digits || words[i].Kind == WordKind.Letters && !Frame.Contains(words[i].Fold)) && !spans.Any(s => i >= s.From && i < s.To))
                return false;
        return spans.Count == 1;
    }
}
