using System.Globalization;
using System.Text.RegularExpressions;

namespace PbfFieldBot.Engine.Dialogs.Expressions;

/// <summary>Dates inside expressions: days since 1970-01-01 in the project's time zone, the time of day as their fraction.</summary>
internal static class OdkDates
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFF", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFzzz",
    ];

    private static readonly string[] Times = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFF"];
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static double Today(DateTimeOffset now) => now.DateTime.Date.Subtract(DateTime.UnixEpoch).TotalDays;

    public static double Now(DateTimeOffset now) => now.DateTime.Subtract(DateTime.UnixEpoch).TotalDays;

    /// <summary>The day number of an ISO date (or of a number as it is); NaN for anything else. A zone in it is left aside: its clock time counts.</summary>
    public static double Day(object value) =>
        DateTimeOffset.TryParseExact(OdkFunctions.Text(value), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.DateTime.Subtract(DateTime.UnixEpoch).TotalDays
            : OdkFunctions.Number(value);

    /// <summary>The fraction of the day of an ISO time ("14:30") or date with time.</summary>
    public static double Time(object value)
    {
        var withoutZone = Regex.Replace(OdkFunctions.Text(value), "(Z|[+-][0-9]{2}:?[0-9]{2})$", "", RegexOptions.NonBacktracking);
        if (TimeOnly.TryParseExact(withoutZone, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time.ToTimeSpan().TotalDays;
        var day = Day(value);
        return day - Math.Floor(day);
    }

    /// <summary>A day written by ODK's marks (%d, %m, %Y...); month and day names in French.</summary>
    public static string Formatted(double day, string format)
    {
        if (!(Math.Abs(day) < Limits.LargestDay))
            return "";
        var time = DateTime.UnixEpoch.AddMilliseconds(Math.Round(day * TimeSpan.MillisecondsPerDay));
        return Regex.Replace(format, "%[a-zA-Z3]", m => m.Value[1] switch
        {
            'Y' => time.ToString("yyyy", French),
            'y' => time.ToString("yy", French),
            'm' => time.ToString("MM", French),
            'n' => time.Month.ToString(French),
            'b' => time.ToString("MMM", French),
            'd' => time.ToString("dd", French),
            'e' => time.Day.ToString(French),
            'a' => time.ToString("ddd", French),
            'H' => time.ToString("HH", French),
            'h' => time.Hour.ToString(French),
            'M' => time.ToString("mm", French),
            'S' => time.ToString("ss", French),
            '3' => time.ToString("fff", French),
            _ => m.Value,
        }, RegexOptions.NonBacktracking);
    }
}
