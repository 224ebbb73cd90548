using System.Globalization;

namespace PbfFieldBot.Engine.French;

/// <summary>Days told by the calendar: "12/11", "2020-11-12", "12 novembre", "nov. 12", "le 12", "vendredi 13".</summary>
internal sealed class CalendarDates(Words words, DateReckoning days)
{
    private static readonly WordList Lexicon = DateWords.All;
    private static readonly WordSet Last = Lexicon.Group("last");
    private static readonly WordSet Counted = Lexicon.Group("counted");
    private static readonly WordSet First = Lexicon.Group("first");

    /// <summary>The words of a calendar date's first day.</summary>
    public static IEnumerable<string> Beginnings => First;

    private DateOnly Today => days.Today;

    /// <summary>The date that begins at a word, of a weekday when one was said before it.</summary>
    public DateSpan? At(int at, int? weekday, int from) => Compact(at) ?? Iso(at, weekday, from) ?? Numeric(at, weekday, from) ?? DayMonth(at, weekday, from) ?? MonthDay(at, weekday, from) ?? DayOnly(at, weekday, from);

    /// <summary>True when a day and a month begin at a word.</summary>
    public bool IsWhole(int at, int from) => DayMonth(at, null, from) is not null || Numeric(at, null, from) is not null;

    // "le dernier jour d'octobre 2015".
    public DateSpan? LastDay(int at)
    {
        if (words.At(at) != "dernier" || words.At(at + 1) != "jour" || words.At(at + 2) is not ("de" or "d") || DateWords.Month(words.At(at + 3)) is not { } month)
            return null;
        var said = Digits(at + 4) is { } known && words[at + 4].Fold.Length == 4;
        var year = said ? Digits(at + 4)!.Value : month < Today.Month ? Today.Year : Today.Year - 1;
        return !DateReckoning.IsYear(year) ? null : days.Complete(DateTime.DaysInMonth(year, month), month, year, null, at, at + (said ? 5 : 4));
    }

    // "12112020", "121120", "20201112" and nothing else.
    private DateSpan? Compact(int at)
    {
        if (words.Count != at + 1 || at > 1 || words[at].Kind != WordKind.Digits || words[at].Fold.Length is not (6 or 8))
            return null;
        var (text, inFull) = (words[at].Fold, words[at].Fold.Length == 8);
        var yearFirst = inFull && int.Parse(text[..2], CultureInfo.InvariantCulture) is 19 or 20 && int.Parse(text[4..6], CultureInfo.InvariantCulture) <= 12;
        var (day, month, year) = yearFirst ? (text[6..], text[4..6], text[..4]) : (text[..2], text[2..4], text[4..]);
        var parts = Array.ConvertAll([day, month, year], p => int.Parse(p, CultureInfo.InvariantCulture));
        var span = days.Complete(parts[0], parts[1], inFull ? parts[2] : days.Century(parts[2]), null, at, at + 1);
        return span.Reject == RejectReasons.DateImpossible ? null : span;
    }

    // "2020-11-12", "2020/nov/12"; with blanks only when nothing else is said.
    private DateSpan? Iso(int at, int? weekday, int from)
    {
        if (Digits(at) is not { } year || words[at].Fold.Length != 4)
            return null;
        var gap = Separator(at + 1);
        var monthAt = at + 1 + gap;
        if (gap == 0 && (at > 0 || words.Count != 3) || (Digits(monthAt) ?? MonthAt(monthAt)) is not { } month)
            return null;
        var end = words.At(monthAt + 1) == "." && words[monthAt].Kind == WordKind.Letters ? monthAt + 2 : monthAt + 1;
        var dayAt = end + gap;
        if (gap == 1 && words.At(end) != words.At(at + 1) || Digits(dayAt) is not { } day || words[dayAt].Fold.Length > 2)
            return null;
        return days.Complete(day, month, year, weekday, from, dayAt + 1);
    }

    // 12/11, 12-11-2020, 12.11.20, "24 12 14", "17 02", "1er/03/2020".
    private DateSpan? Numeric(int at, int? weekday, int from)
    {
        if (Digits(at) is not { } day || words[at].Fold.Length > 2)
            return null;
        var gapAt = IsOrdinal(at + 1) ? at + 2 : at + 1;
        var sign = words.At(gapAt);
        var gap = sign is "," or ":" && words.At(gapAt + 2) == sign && Digits(gapAt + 3) is { } && words[gapAt + 3].Fold.Length == 4 ? 1 : Separator(gapAt);
        var loose = gap == 0;
        if (loose && !(from < at || words.At(at - 1) is "le" or "du" || ThreeLooseNumbers(at)))
            return null;
        var monthAt = gapAt + gap;
        if (Digits(monthAt) is not { } month || words[monthAt].Fold.Length > 2 || loose && !words[gapAt].Loose)
            return null;
        var end = monthAt + 1;
        if (gap == 1 && !Tight(gapAt) && sign is "." or "-" && !(Separator(end) == 1))
            return null;
        var again = gap == 1 && words.At(end) == sign;
        var yearAt = again || loose && Separator(end) == 1 || words.At(end) == "," && Digits(end + 1) is >= 1990 ? end + 1 : loose ? end : -1;
        if (yearAt > 0 && Digits(yearAt) is { } year && words[yearAt].Fold.Length is 2 or 4)
            return days.Complete(day, month, words[yearAt].Fold.Length == 2 ? days.Century(year) : year, weekday, from, yearAt + 1);
        if (again && yearAt < words.Count && words[yearAt].Kind == WordKind.Digits && words[yearAt].Fold.Length is 1 or 3)
            return new DateSpan(null, RejectReasons.DateImpossible, from, yearAt + 1);
        if (month > 12 && loose || MonthAt(end) is not null)
            return null;
        return days.Complete(day, month, null, weekday, from, end);
    }

    private bool ThreeLooseNumbers(int at) => Digits(at + 1) is not null && Digits(at + 2) is not null && at == 0 && at + 3 == words.Count
        || at == 0 && words.Count == 2 && Digits(1) is >= 1 and <= 12;

    // 12 novembre, 1er mars 2013, "02/oct.", "vingt et un mai", "15SEPT".
    private DateSpan? DayMonth(int at, int? weekday, int from)
    {
        if (Day(at) is not { } day)
            return null;
        var next = day.To;
        if (words.At(next) is "/" or "-" or "." or "de" or "du" or "d")
            next++;
        if (words.At(next) is "mois" or "jour" && words.At(next + 1) is "de" or "d" || words.At(next) == "jour" && words.At(next + 1) == "du")
            next += 2;
        if ((words.At(next) is "ce" or "courant" || words.At(next) == "mois" && words.At(next - 1) is "du" or "de" or "d") && ThisOrLastMonth(day.Value, weekday, next, from) is { } relative)
            return relative;
        if (MonthAt(next) is not { } month)
            return null;
        next++;
        if (words.At(next) is "." && Separator(next + 1) == 1)
            next++;
        if (words.At(next) is "." or "," or "-" or "/" && (Digits(next + 1) is not null || next + 1 == words.Count))
            next++;
        if (RelativeYear(next) is { } relativeYear)
            return days.Complete(day.Value, month, Today.Year - relativeYear.Back, weekday, from, relativeYear.To);
        if (Digits(next) is { } year && words[next].Fold.Length is 4 or 2 && IsYear(next, year))
            return days.Complete(day.Value, month, words[next].Fold.Length == 2 ? days.Century(year) : year, weekday, from, next + 1);
        if (NumberGrammar.At(words, next) is { Value: >= 1990 and <= 2100 } spelled)
            return days.Complete(day.Value, month, (int)spelled.Value, weekday, from, spelled.To);
        return days.Complete(day.Value, month, null, weekday, from, next);
    }

    // "12 mars de l'an dernier", "12 mars de cette annee", "de l'annee en cours".
    private (int Back, int To)? RelativeYear(int at)
    {
        at += words.At(at) == "de" ? 1 : 0;
        if (words.At(at) is "cette" && words.At(at + 1) is "annee")
            return (0, at + 2);
        if (words.At(at) is not "l" || words.At(at + 1) is not ("annee" or "an"))
            return null;
        return Last.Contains(words.At(at + 2)) ? (1, at + 3) : words.At(at + 2) is "en" && words.At(at + 3) is "cours" ? (0, at + 4) : null;
    }

    // "le 12 de ce mois", "le 12 courant", "le 12 du mois dernier".
    private DateSpan? ThisOrLastMonth(int day, int? weekday, int at, int from)
    {
        if (words.At(at) is "courant")
            return MonthAt(at + 1) is null ? days.Complete(day, Today.Month, Today.Year, weekday, from, at + 1) : null;
        if (words.At(at) is "ce" && words.At(at + 1) is "mois")
            return days.Complete(day, Today.Month, Today.Year, weekday, from, at + 2);
        if (words.At(at) is not "mois")
            return null;
        var month = Last.Contains(words.At(at + 1)) ? Today.AddMonths(-1) : Today;
        return days.Complete(day, month.Month, month.Year, weekday, from, month == Today ? at + 1 : at + 2);
    }

    // "Oct-2", "Mai vingt et un", "nov. 12".
    private DateSpan? MonthDay(int at, int? weekday, int from)
    {
        if (MonthAt(at) is not { } month)
            return null;
        var next = at + 1;
        if (words.At(next) is "." or "-" or "/" or "le")
            next++;
        if (words.At(next) is "-" or "le")
            next++;
        if (Day(next) is not { } day || Digits(next) is not null && words[next].Fold.Length > 2)
            return null;
        var yearAt = words.At(day.To) == "," ? day.To + 1 : day.To;
        return Digits(yearAt) is { } year && words[yearAt].Fold.Length == 4 && DateReckoning.IsYear(year)
            ? days.Complete(day.Value, month, year, weekday, from, yearAt + 1)
            : days.Complete(day.Value, month, null, weekday, from, day.To);
    }

    // "le 12", "le vendredi 22", "le 21, lundi", "le premier vendredi de ce mois".
    private DateSpan? DayOnly(int at, int? weekday, int from)
    {
        if (First.Contains(words.At(at)) && DateWords.Weekday(words.At(at + 1)) is { } nth && words.At(at + 2) is "de" or "du" or "d")
            return FirstWeekday(at, nth, from);
        if (Day(at) is not { } day || IsCountedThing(day.To) || words.At(at - 1) == "la" || words.At(at) == "sept" && weekday is null && words.At(at - 1) != "le")
            return null;
        var end = day.To;
        if (words.At(end) is "dernier" or "passe" or "ecoule")
            return days.Nearest(day.Value, weekday, from, end + 1, weak: false);
        var after = SkipSmall(end);
        if (weekday is null && DateWords.Weekday(words.At(after)) is { } later && words.At(after) is not ("mar" or "sam" or "mer"))
            (weekday, end) = (later, after + 1);
        return days.Nearest(day.Value, weekday, from, end, weak: weekday is null);
    }

    private DateSpan? FirstWeekday(int at, int weekday, int from)
    {
        var month = new DateOnly(Today.Year, Today.Month, 1);
        var end = at + 3;
        if (DateWords.Month(words.At(end)) is { } named)
        {
            month = new DateOnly(named <= Today.Month ? Today.Year : Today.Year - 1, named, 1);
            return days.Past(month.AddDays((weekday - DateReckoning.Weekday(month) + 7) % 7), from, end + 1);
        }

        if (words.At(end) is "ce")
            end++;
        if (words.At(end) is not "mois")
            return null;
        if (Last.Contains(words.At(end + 1)))
            (month, end) = (month.AddMonths(-1), end + 1);
        return days.Past(month.AddDays((weekday - DateReckoning.Weekday(month) + 7) % 7), from, end + 1);
    }

    private int? Digits(int at) => at >= 0 && at < words.Count && words[at].Kind == WordKind.Digits && words[at].Fold.Length <= 4
        ? int.Parse(words[at].Fold, CultureInfo.InvariantCulture)
        : null;

    private (int Value, int To)? Day(int at)
    {
        if (First.Contains(words.At(at)))
            return (1, at + 1);
        if (Digits(at) is { } digits)
        {
            if (words[at].Fold.Length > 2 || words.At(at - 1) == "h" && !words[at].Loose)
                return null;
            return (digits, at + (IsOrdinal(at + 1) ? 2 : 1));
        }

        return at < words.Count && words[at].Kind == WordKind.Letters && NumberGrammar.At(words, at) is { Value: >= 1 and <= 31, Malformed: false, Approximate: false } spelled && words.At(at) is not ("un" or "une") ? ((int)spelled.Value, spelled.To) : null;
    }

    private bool IsOrdinal(int at) => at < words.Count && (words.At(at) == "er" || !words[at].Loose && words.At(at) is "ere" or "ier" or "e" or "eme" or "ieme" or "\u00b0");

    private int? MonthAt(int at) => at < words.Count && words[at].Kind == WordKind.Letters ? DateWords.Month(words.At(at)) : null;

    private int Separator(int at) => words.At(at) is "/" or "-" or "_" or "." or "\u2010" or "\u2011" or "\u2013" or "\\" ? 1 : 0;

    private bool Tight(int at) => at + 1 < words.Count && !words[at].Loose && !words[at + 1].Loose;

    private bool IsYear(int at, int year) => words[at].Fold.Length == 4 ? DateReckoning.IsYear(year) : !IsCountedThing(at + 1) && at + 1 == words.Count;

    // "12/06 P:38" ends with a label, not with people.
    private bool IsCountedThing(int at) => PeopleWords.IsPeople(words.At(at)) && words.At(at + 1) is not (":" or "=") || Counted.Contains(words.At(at)) || words.At(at) is "h" or "ans" or "an" or "heures" or "heure" or "jours" or "jour" or "semaines" or "semaine" or "mois" or "fois" or "eme" or "ieme" or "derniers" or "dernieres" or "%" or "mn" or "minutes"
        || words.At(at) == ":" && Digits(at + 1) is not null && Tight(at);

    public int SkipSmall(int at)
    {
        while (words.At(at) is "," or "le" or "du" or "." or "-" or ":" or "(" || words.At(at) is "la" or "passe" or "dernier" && Digits(at + 1) is not null)
            at++;
        return at;
    }

}
