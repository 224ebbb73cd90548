namespace PbfFieldBot.Engine.French;

/// <summary>Reads a time to come as people ask for it: "vendredi a 18h", "demain matin", "dans deux jours", "le 28/11 a 9h30". And how long something lasts, in days.</summary>
public static class FrenchMoments
{
    private const int LongestDays = 366;
    private const int Morning = 9;
    private const int LongestNumber = 400;
    private static readonly WordList Lexicon = WordList.Load("moments.fr.yaml");
    private static readonly WordSet Tomorrow = Lexicon.Group("tomorrow");
    private static readonly WordSet AfterTomorrow = Lexicon.Group("after_tomorrow");
    private static readonly WordSet Today = Lexicon.Group("today");
    private static readonly WordSet NextWeek = Lexicon.Group("next_week");
    private static readonly WordSet HourWords = Lexicon.Group("hours");
    private static readonly WordSet MinuteWords = Lexicon.Group("minutes");
    private static readonly Dictionary<string, int> Units = Lexicon.Map("units");
    private static readonly Dictionary<string, int> Parts = Lexicon.Map("parts");
    private static readonly WordSet PartWords = new(Parts.Keys);

    /// <summary>The moment that a text names, after <paramref name="now"/> (both in the project's zone) and within a year; null when it names none.</summary>
    public static DateTime? Read(string text, DateTime now)
    {
        var words = Words.Of(text);
        if (In(words, now) is { } soon)
            return Bounded(soon, now);
        var hour = HourIn(words);
        if (DayIn(words, now, hour) is not { } day)
            return hour is { } alone ? Bounded(now.Date + alone > now ? now.Date + alone : now.Date.AddDays(1) + alone, now) : null;
        return Bounded(day.ToDateTime(TimeOnly.MinValue) + (hour ?? TimeSpan.FromHours(Morning)), now);
    }

    /// <summary>A length of time in whole days ("2 semaines" is 14, "un mois" 30); null when the text holds none, or more than a year.</summary>
    public static int? Days(string text)
    {
        var words = Words.Of(text);
        for (var at = 0; at < words.Count; at++)
            if (NumberAt(words, at) is { } number && Units.TryGetValue(words.At(number.To), out var unit) && number.Value * unit is > 0 and <= LongestDays and var days)
                return days;
        return null;
    }

    private static DateTime? Bounded(DateTime moment, DateTime now) => moment > now && moment <= now.AddDays(LongestDays) ? moment : null;

    // "dans 2 heures", "dans trois jours", "dans une semaine a 10h".
    private static DateTime? In(Words words, DateTime now)
    {
        for (var at = 0; at + 2 < words.Count; at++)
        {
            if (words.At(at) != "dans" || NumberAt(words, at + 1) is not { } number)
                continue;
            var unit = words.At(number.To);
            if (HourWords.Contains(unit))
                return now.AddHours(number.Value);
            if (MinuteWords.Contains(unit))
                return now.AddMinutes(number.Value);
            if (Units.TryGetValue(unit, out var days))
                return now.Date.AddDays(number.Value * days) + (HourIn(words) ?? TimeSpan.FromHours(Morning));
        }

        return null;
    }

    private static DateOnly? DayIn(Words words, DateTime now, TimeSpan? hour)
    {
        var today = DateOnly.FromDateTime(now);
        for (var at = 0; at < words.Count; at++)
        {
            if (DateWords.Length(AfterTomorrow, words, at) > 0)
                return today.AddDays(2);
            if (DateWords.Length(Tomorrow, words, at) > 0)
                return today.AddDays(1);
            if (DateWords.Length(NextWeek, words, at) > 0 && !Enumerable.Range(0, words.Count).Any(i => DateWords.Weekday(words.At(i)) is not null))
                return today.AddDays(8 - Weekday(today));
            if (DateWords.Length(Today, words, at) > 0)
                return today;
            if (words[at].Kind == WordKind.Letters && DateWords.Weekday(words.At(at)) is { } weekday)
                return NextWeekday(today, weekday, now, hour);
            if (DayAndMonth(words, at, today) is { } dated)
                return dated;
        }

        return null;
    }

    // On a Friday "vendredi a 18h" is today as long as it is not 18h yet.
    private static DateOnly NextWeekday(DateOnly today, int weekday, DateTime now, TimeSpan? hour)
    {
        var ahead = (weekday - Weekday(today) + 7) % 7;
        return ahead == 0 && (hour is not { } wanted || now.TimeOfDay >= wanted) ? today.AddDays(7) : today.AddDays(ahead);
    }

    // "28/11", "28 novembre", "le 28".
    private static DateOnly? DayAndMonth(Words words, int at, DateOnly today)
    {
        if (words[at].Kind != WordKind.Digits || !int.TryParse(words.At(at), out var day) || day is < 1 or > 31 || HourWords.Contains(words.At(at + 1)) || words.At(at + 1) == ":")
            return null;
        var named = at + 1 < words.Count && words[at + 1].Kind == WordKind.Letters ? DateWords.Month(words.At(at + 1)) : null;
        if (named is null && words.At(at + 1) is "/" or "." or "-" && int.TryParse(words.At(at + 2), out var number) && number is >= 1 and <= 12)
            named = number;
        if (named is { } month)
            return Next(today, day, month);
        return at > 0 && words.At(at - 1) == "le" ? Enumerable.Range(0, 12).Select(n => Valid(today.AddMonths(n).Year, today.AddMonths(n).Month, day)).FirstOrDefault(d => d > today) : null;
    }

    private static DateOnly? Next(DateOnly today, int day, int month) => new[] { today.Year, today.Year + 1 }.Select(y => Valid(y, month, day)).FirstOrDefault(d => d >= today);

    private static DateOnly? Valid(int year, int month, int day) => day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    // "18h", "18 h 30", "9:15", "soir", "apres-midi".
    private static TimeSpan? HourIn(Words words)
    {
        for (var at = 0; at + 1 < words.Count; at++)
        {
            if (words[at].Kind != WordKind.Digits || !int.TryParse(words.At(at), out var hour) || hour > 23 || at > 0 && words.At(at - 1) == "dans")
                continue;
            if (!HourWords.Contains(words.At(at + 1)) && words.At(at + 1) != ":")
                continue;
            return at + 2 < words.Count && words.At(at + 2).Length == 2 && int.TryParse(words.At(at + 2), out var minutes) && minutes < 60 ? new TimeSpan(hour, minutes, 0) : TimeSpan.FromHours(hour);
        }

        for (var at = 0; at < words.Count; at++)
            if (DateWords.Length(PartWords, words, at) is > 0 and var length)
                return TimeSpan.FromHours(Parts[DateWords.Joined(words, at, length)]);
        return null;
    }

    private static (int Value, int To)? NumberAt(Words words, int at)
    {
        if (words.At(at) is "un" or "une")
            return (1, at + 1);
        return NumberGrammar.At(words, at) is { Value: > 0 and <= LongestNumber } number ? ((int)number.Value, number.To) : null;
    }

    private static int Weekday(DateOnly day) => (((int)day.DayOfWeek + 6) % 7) + 1;
}
