using System.Globalization;
using PbfFieldBot.Engine.Expected;

namespace PbfFieldBot.Texts;

/// <summary>Days, weeks and months as French people write them: "vendredi 27 novembre", "la semaine du 23 au 29 novembre", "novembre 2026".</summary>
public static class FrenchDays
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>"vendredi 27 novembre", "mardi 1er decembre".</summary>
    public static string Long(DateOnly day) => day.ToString("dddd ", French) + Number(day) + day.ToString(" MMMM", French);

    /// <summary>"vendredi 27 novembre a 18 h 30".</summary>
    public static string Moment(DateTime time) => AppPhrases.Text(
        "days.moment",
        ("day", Long(DateOnly.FromDateTime(time))),
        ("hour", time.Hour.ToString(CultureInfo.InvariantCulture) + "\u00a0h" + (time.Minute == 0 ? "" : "\u00a0" + time.Minute.ToString("00", CultureInfo.InvariantCulture))));

    /// <summary>"la semaine du 23 au 29 novembre", "le mois de novembre".</summary>
    public static string Period(ExpectedPeriod period)
    {
        var last = period.End.AddDays(-1);
        return period.Every is Rhythm.Month
            ? AppPhrases.Text(period.First.Month is 4 or 8 or 10 ? "days.month_vowel" : "days.month", ("month", period.First.ToString("MMMM", French)))
            : AppPhrases.Text("days.week", ("from", Number(period.First) + (period.First.Month == last.Month ? "" : period.First.ToString(" MMMM", French))), ("to", Number(last) + last.ToString(" MMMM", French)));
    }

    private static string Number(DateOnly day) => day.Day == 1 ? AppPhrases.Text("digest.first") : day.ToString("%d", French);
}
