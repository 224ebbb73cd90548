using System.Globalization;

namespace PbfFieldBot.Engine.French;

/// <summary>A date found in a text: the day, or why there is none; the words it stands in (the last one not included).</summary>
/// <param name="Weak">True for a bare day of the month: it is a date only among words of dates.</param>
public readonly record struct DateSpan(DateOnly? Date, string? Reject, int From, int To, bool Weak = false);

/// <summary>Finds the dates in a text, one expression at a time; a day without month or year is the nearest one past.</summary>
internal sealed class DateGrammar(Words words, DateOnly today)
{
    private static readonly WordList Lexicon = DateWords.All;
    private static readonly WordSet Today = Lexicon.Group("today");
    private static readonly WordSet Yesterday = Lexicon.Group("yesterday");
    private static readonly WordSet BeforeYesterday = Lexicon.Group("before_yesterday");
    private static readonly WordSet Ago = Lexicon.Group("ago");
    private static readonly WordSet Last = Lexicon.Group("last");
    private static readonly WordSet Counted = Lexicon.Group("counted");
    private static readonly WordSet First = Lexicon.Group("first");
    private static readonly Dictionary<string, int> Fixed = Lexicon.Map("fixed");
    private static readonly WordSet FixedNames = new(Fixed.Keys);
    private static readonly HashSet<string> Beginnings = [.. Today.FirstWords, .. Yesterday.FirstWords, .. BeforeYesterday.FirstWords, .. Ago.FirstWords, .. First, .. FixedNames.FirstWords, "cette", "dernier", "derniere"];
    private static readonly Dictionary<string, int> AgoUnits = Lexicon.Map("ago_units");

    /// <summary>All dates of the text in order.</summary>
    public static List<DateSpan> All(Words words, DateOnly today)
    {
        var grammar = new DateGrammar(words, today);
        var found = new List<DateSpan>();
        for (var i = 0; i < words.Count; i++)
        {
            if (grammar.At(i) is not { } span)
                continue;
            found.Add(span);
            i = span.To - 1;
        }

        return found;
    }

    /// <summary>The date that begins at a word; null when none does.</summary>
    public DateSpan? At(int at) => !MayBegin(at) ? null : Relative(at) ?? WithWeekday(at) ?? LastDay(at) ?? Calendar(at, weekday: null, at);

    // One look passes over most words of a message.
    private bool MayBegin(int at) => words[at].Kind == WordKind.Digits
        || words[at].Kind == WordKind.Letters && (Beginnings.Contains(words.At(at)) || DateWords.Weekday(words.At(at)) is not null || DateWords.Month(words.At(at)) is not null || words.NumberAt(at) is not null);

    // "le dernier jour d'octobre 2015".
    private DateSpan? LastDay(int at)
    {
        if (words.At(at) != "dernier" || words.At(at + 1) != "jour" || words.At(at + 2) is not ("de" or "d") || DateWords.Month(words.At(at + 3)) is not { } month)
            return null;
        var said = Digits(at + 4) is { } known && words[at + 4].Fold.Length == 4;
        var year = said ? Digits(at + 4)!.Value : month < today.Month ? today.Year : today.Year - 1;
        return year is < 1900 or > 2100 ? null : Complete(DateTime.DaysInMonth(year, month), month, year, null, at, at + (said ? 5 : 4));
    }

    private DateSpan? Relative(int at)
    {
        if (DateWords.Length(BeforeYesterday, words, at) is > 0 and var before)
            return new DateSpan(today.AddDays(-2), null, at, at + before);
        if (DateWords.Length(Yesterday, words, at) is > 0 and var yesterday)
            return new DateSpan(today.AddDays(-1), null, at, at + yesterday);
        if (DateWords.Length(Today, words, at) is > 0 and var now)
            return new DateSpan(today, null, at, at + now);
        if (DateWords.Length(FixedNames, words, at) is > 0 and var length)
        {
            var code = Fixed[DateWords.Joined(words, at, length)];
            return Complete(code % 100, code / 100, null, null, at, at + length);
        }

        return DateWords.Length(Ago, words, at) is > 0 and var ago ? SomeTimeAgo(at, at + ago) : null;
    }

    private DateSpan? SomeTimeAgo(int from, int at)
    {
        if (words.At(at) is "environ" or "de" or "deja")
            at++;
        if (NumberGrammar.At(words, at) is not { } number || !AgoUnits.TryGetValue(words.At(number.To), out var days) || number.Value > 400)
            return null;
        return new DateSpan(today.AddDays(-(int)number.Value * days), null, from, number.To + 1);
    }

    // "lundi", "lundi dernier", "lundi 9 mai", "vendredi le 22", "lundi de la semaine derniere", "mardi cette semaine".
    private DateSpan? WithWeekday(int at)
    {
        var from = at;
        var weekLast = false;
        var thisWeek = IsThisWeek(at) ? 2 : 0;
        at += thisWeek;
        if (words.At(at) is "dernier" or "derniere" && DateWords.Weekday(words.At(at + 1)) is not null)
            at++;
        if (DateWords.Weekday(words.At(at)) is not { } weekday || words.At(at) == "mar" && !IsTuesdayHere(at))
            return null;
        at++;
        if (words.At(at) == "." && at < words.Count && !words[at].Loose)
            at++;
        var next = SkipSmall(at);
        if (Calendar(next, weekday, from) is { } dated)
            return dated;
        if (IsThisWeek(at) || words.At(at) == "de" && IsThisWeek(at + 1))
        {
            at += words.At(at) == "de" ? 3 : 2;
            thisWeek = 2;
        }
        else if (words.At(at) is "de" && words.At(at + 1) is "la" && words.At(at + 2) is "semaine" && Last.Contains(words.At(at + 3)))
        {
            (at, weekLast) = (at + 4, true);
        }
        else if (Last.Contains(words.At(at)))
        {
            at++;
        }

        var back = (IsoDay(today) - weekday + 7) % 7;
        if (weekLast)
            return new DateSpan(today.AddDays(1 - IsoDay(today) - 7 + weekday - 1), null, from, at);
        if (thisWeek > 0)
            return Past(today.AddDays(weekday - IsoDay(today)), from, at);
        return new DateSpan(today.AddDays(-(back == 0 ? 7 : back)), null, from, at);
    }

    private bool IsThisWeek(int at) => words.At(at) == "cette" && words.At(at + 1) == "semaine";

    // "mar" is Tuesday before a whole date or alone ("mar 10 jan"); "12 mar" and "mar 10" are March.
    private bool IsTuesdayHere(int at)
    {
        var next = SkipSmall(at + 1);
        return next >= words.Count || DayMonth(next, null, at) is not null || Numeric(next, null, at) is not null;
    }

    private DateSpan? Calendar(int at, int? weekday, int from) => Iso(at, weekday, from) ?? Numeric(at, weekday, from) ?? DayMonth(at, weekday, from) ?? MonthDay(at, weekday, from) ?? DayOnly(at, weekday, from);

    private DateSpan? Iso(int at, int? weekday, int from)
    {
        if (Digits(at) is not { } year || words[at].Fold.Length != 4 || Separator(at + 1) == 0 || Digits(at + 2) is not { } month || words.At(at + 3) != words.At(at + 1) || Digits(at + 4) is not { } day)
            return null;
        return Complete(day, month, year, weekday, from, at + 5);
    }

    // 12/11, 12-11-2020, 12.11.20, "24 12 14", "17 02".
    private DateSpan? Numeric(int at, int? weekday, int from)
    {
        if (Digits(at) is not { } day || words[at].Fold.Length > 2)
            return null;
        var gap = Separator(at + 1);
        var loose = gap == 0;
        if (loose && !(from < at || words.At(at - 1) is "le" or "du" || ThreeLooseNumbers(at)))
            return null;
        if (Digits(at + 1 + gap) is not { } month || words[at + 1 + gap].Fold.Length > 2 || loose && !words[at + 1].Loose)
            return null;
        var end = at + 2 + gap;
        if (gap == 1 && !Tight(at + 1) && words.At(at + 1) is "." or "-" && !(Separator(end) == 1))
            return null;
        var yearAt = Separator(end) == 1 && (loose || words.At(end) == words.At(at + 1)) || words.At(end) == "," && Digits(end + 1) is >= 1990 ? end + 1 : loose ? end : -1;
        if (yearAt > 0 && Digits(yearAt) is { } year && words[yearAt].Fold.Length is 2 or 4)
            return Complete(day, month, words[yearAt].Fold.Length == 2 ? Century(year) : year, weekday, from, yearAt + 1);
        if (month > 12 && loose || DateWords.Month(words.At(end)) is not null)
            return null;
        return Complete(day, month, null, weekday, from, end);
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
        if (words.At(next) is "mois" or "jour" && words.At(next + 1) is "de" or "d")
            next += 2;
        if (words.At(next) is "ce" or "cours" or "mois" && weekday is null && ThisOrLastMonth(day, next, from) is { } relative)
            return relative;
        if (DateWords.Month(words.At(next)) is not { } month)
            return null;
        next++;
        if (words.At(next) is "." or "," or "-" or "/" && (Digits(next + 1) is not null || next + 1 == words.Count))
            next++;
        if (words.At(next) is "de" && words.At(next + 1) is "l" && words.At(next + 2) is "annee" or "an" && Last.Contains(words.At(next + 3)))
            return Complete(day.Value, month, today.Year - 1, weekday, from, next + 4);
        if (words.At(next) is "cette" && words.At(next + 1) is "annee")
            return Complete(day.Value, month, today.Year, weekday, from, next + 2);
        if (Digits(next) is { } year && words[next].Fold.Length is 4 or 2 && IsYear(next, year))
            return Complete(day.Value, month, words[next].Fold.Length == 2 ? Century(year) : year, weekday, from, next + 1);
        if (NumberGrammar.At(words, next) is { Value: >= 1990 and <= 2100 } spelled)
            return Complete(day.Value, month, (int)spelled.Value, weekday, from, spelled.To);
        return Complete(day.Value, month, null, weekday, from, next);
    }

    // "le 12 de ce mois", "le 12 du mois dernier".
    private DateSpan? ThisOrLastMonth((int Value, int To) day, int at, int from)
    {
        if (words.At(at) is "ce" && words.At(at + 1) is "mois")
            return Complete(day.Value, today.Month, today.Year, null, from, at + 2);
        if (words.At(at) is "mois" && Last.Contains(words.At(at + 1)))
        {
            var month = today.AddMonths(-1);
            return Complete(day.Value, month.Month, month.Year, null, from, at + 2);
        }

        return words.At(at) is "mois" ? Complete(day.Value, today.Month, today.Year, null, from, at + 1) : null;
    }

    // "Oct-2", "Mai vingt et un", "nov. 12".
    private DateSpan? MonthDay(int at, int? weekday, int from)
    {
        if (at >= words.Count || words[at].Kind != WordKind.Letters || DateWords.Month(words.At(at)) is not { } month)
            return null;
        var next = at + 1;
        if (words.At(next) is "." or "-" or "/" or "le")
            next++;
        if (words.At(next) is "-" or "le")
            next++;
        if (Day(next) is not { } day || Digits(next) is not null && words[next].Fold.Length > 2)
            return null;
        return Complete(day.Value, month, null, weekday, from, day.To);
    }

    // "le 12", "le vendredi 22", "le 21, lundi", "le premier vendredi de ce mois".
    private DateSpan? DayOnly(int at, int? weekday, int from)
    {
        if (First.Contains(words.At(at)) && DateWords.Weekday(words.At(at + 1)) is { } nth && words.At(at + 2) is "de" or "du" or "d")
            return FirstWeekday(at, nth, from);
        if (Day(at) is not { } day || IsCountedThing(day.To))
            return null;
        var end = day.To;
        var after = SkipSmall(end);
        if (weekday is null && DateWords.Weekday(words.At(after)) is { } later && words.At(after) is not ("mar" or "sam" or "mer"))
            (weekday, end) = (later, after + 1);
        return Nearest(day.Value, weekday, from, end, weak: weekday is null);
    }

    private DateSpan? FirstWeekday(int at, int weekday, int from)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var end = at + 3;
        if (DateWords.Month(words.At(end)) is { } named)
        {
            month = new DateOnly(named <= today.Month ? today.Year : today.Year - 1, named, 1);
            return Past(month.AddDays((weekday - IsoDay(month) + 7) % 7), from, end + 1);
        }

        if (words.At(end) is "ce")
            end++;
        if (words.At(end) is not "mois")
            return null;
        if (Last.Contains(words.At(end + 1)))
            (month, end) = (month.AddMonths(-1), end + 1);
        return Past(month.AddDays((weekday - IsoDay(month) + 7) % 7), from, end + 1);
    }

    private DateSpan Nearest(int day, int? weekday, int from, int to, bool weak)
    {
        if (day is < 1 or > 31)
            return new DateSpan(null, RejectReasons.DateImpossible, from, to, weak);
        var month = new DateOnly(today.Year, today.Month, 1);
        for (var back = 0; back < 3; back++, month = month.AddMonths(-1))
        {
            if (day > DateTime.DaysInMonth(month.Year, month.Month))
                continue;
            var date = month.AddDays(day - 1);
            if (date > today)
                continue;
            return weekday is null || IsoDay(date) == weekday
                ? new DateSpan(date, null, from, to, weak)
                : new DateSpan(null, RejectReasons.WeekdayMismatch, from, to);
        }

        return new DateSpan(null, RejectReasons.DateImpossible, from, to, weak);
    }

    private DateSpan Complete(int day, int month, int? year, int? weekday, int from, int to)
    {
        if (month is < 1 or > 12 || day < 1 || year is < 1900 or > 2100)
            return new DateSpan(null, RejectReasons.DateImpossible, from, to);
        var guessed = year ?? NearestYear(day, month);
        if (guessed is not { } known || day > DateTime.DaysInMonth(known, month))
            return new DateSpan(null, RejectReasons.DateImpossible, from, to);
        var date = new DateOnly(known, month, day);
        if (weekday is { } expected && IsoDay(date) != expected)
            return new DateSpan(null, RejectReasons.WeekdayMismatch, from, to);
        return Past(date, from, to);
    }

    // The last leap year for 29/2.
    private int? NearestYear(int day, int month)
    {
        for (var year = today.Year; year > today.Year - 9; year--)
            if (day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) <= today)
                return year;
        return null;
    }

    private DateSpan Past(DateOnly date, int from, int to) => date > today
        ? new DateSpan(null, RejectReasons.DateFuture, from, to)
        : new DateSpan(date, null, from, to);

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
            var ordinal = at + 1 < words.Count && !words[at + 1].Loose && words.At(at + 1) is "er" or "ere" or "ier" or "e" or "eme" or "ieme";
            return (digits, at + (ordinal ? 2 : 1));
        }

        return at < words.Count && words[at].Kind == WordKind.Letters && NumberGrammar.At(words, at) is { Value: >= 1 and <= 31, Malformed: false, Approximate: false } spelled && words.At(at) is not ("un" or "une") ? ((int)spelled.Value, spelled.To) : null;
    }

    private int Separator(int at) => words.At(at) is "/" or "-" or "." or "\u2010" or "\u2011" or "\u2013" or "\\" ? 1 : 0;

    private bool Tight(int at) => at + 1 < words.Count && !words[at].Loose && !words[at + 1].Loose;

    private bool IsYear(int at, int year) => words[at].Fold.Length == 4 ? year is >= 1900 and <= 2100 : !IsCountedThing(at + 1) && at + 1 == words.Count;

    // "12/06 P:38" ends with a label, not with people.
    private bool IsCountedThing(int at) => PeopleWords.IsPeople(words.At(at)) && words.At(at + 1) is not (":" or "=") || Counted.Contains(words.At(at)) || words.At(at) is "h" or "ans" or "an" or "heures" or "heure" or "jours" or "jour" or "semaines" or "semaine" or "mois" or "fois" or "eme" or "ieme" or "derniers" or "dernieres" or "%" or "mn" or "minutes"
        || words.At(at) == ":" && Digits(at + 1) is not null && Tight(at);

    private int SkipSmall(int at)
    {
        while (words.At(at) is "," or "le" or "du" or "." or "-" or ":" or "(" || words.At(at) is "la" or "passe" or "dernier" && Digits(at + 1) is not null)
            at++;
        return at;
    }

    private int Century(int year) => 2000 + year > today.Year + 1 ? 1900 + year : 2000 + year;

    private static int IsoDay(DateOnly date) => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;
}
