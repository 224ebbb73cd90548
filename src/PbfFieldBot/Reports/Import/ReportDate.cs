using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Reports.Word;

namespace PbfFieldBot.Reports.Import;

/// <summary>The day up to which a report counts, out of its heading ("ANNEE DE RAPPORT: Novembre 2020"). Reports are due on 15 June and 15 November.</summary>
internal static partial class ReportDate
{
    private const int DueDay = 15;
    private const int June = 6;
    private const int November = 11;
    private static readonly string[] Months = ["janvier|january", "fevrier|february", "mars|march", "avril|april", "mai|may", "juin|june", "juillet|july", "aout|august", "septembre|september", "octobre|october", "novembre|november", "decembre|december"];

    /// <summary>The day and the words that say so; null when the report does not.</summary>
    public static (DateOnly Day, string Words)? Of(XDocument document)
    {
        var lines = document.Descendants().Where(e => e.Is("p")).Select(WordText.LineOf).ToList();
        var half = lines.Any(l => Kind().IsMatch(Folding.Fold(l)));
        foreach (var line in lines)
            if (Heading().Match(Folding.Plain(line)) is { Success: true } match && Day(match.Groups["date"].Value.Trim(), half) is { } day)
                return (day, line[(line.LastIndexOf(':') + 1)..].Trim());
        return null;
    }

    private static DateOnly? Day(string text, bool half)
    {
        if (DateOnly.TryParseExact(text, ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
            return exact;
        if (Year().Match(text) is not { Success: true } found)
            return null;
        var year = int.Parse(found.Value, CultureInfo.InvariantCulture);
        var month = Array.FindIndex(Months, m => m.Split('|').Any(n => text.Contains(n, StringComparison.Ordinal))) + 1;
        if (month == 0)
            return new DateOnly(year, half ? June : November, DueDay);
        if (DayOfMonth().Match(text) is { Success: true } day && int.Parse(day.Groups["day"].Value, CultureInfo.InvariantCulture) is >= 1 and var number && number <= DateTime.DaysInMonth(year, month))
            return new DateOnly(year, month, number);
        return month is June or November ? new DateOnly(year, month, DueDay) : new DateOnly(year, month, DateTime.DaysInMonth(year, month));
    }

    [GeneratedRegex(@"^(annee (de|du) rapport|date (de|du) rapport|periode (de|du) rapport|year of report|date of report|report date|reporting year)[^:]*:(?<date>.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(type de rapport|type of report).*\bou final (semestriel|semi annual)|^type de rapport semestriel$|^type of report semi annual$")]
    private static partial Regex Kind();

    [GeneratedRegex(@"\b(19|20)\d\d\b")]
    private static partial Regex Year();

    [GeneratedRegex(@"^(?<day>\d{1,2})(er)? ")]
    private static partial Regex DayOfMonth();
}
