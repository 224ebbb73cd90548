using System.Globalization;
using System.Text.RegularExpressions;
using F23.StringSimilarity;

namespace PbfFieldBot.Engine.Dialogs.Expressions;

/// <summary>A function of ODK's XForms: its name, how many arguments, what it gives.</summary>
internal sealed record OdkFunction(string Name, int Least, int Most, Func<ExpressionScope, object[], object> Call);

/// <summary>
/// The functions of XLSForm expressions that a dialog without repeats can use, one line each (ODK XForms specification).
/// Those that XPath 1.0 has with the same meaning are left to it.
/// </summary>
internal static class OdkFunctions
{
    public const string Prefix = "odk";
    private const int Any = 50;
    private const int NearMiss = 2;
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly HashSet<string> XPathOwn =
        ["not", "true", "false", "contains", "starts-with", "string-length", "substring-before", "substring-after", "translate", "normalize-space", "floor", "ceiling", "substring"];

    public static IReadOnlyList<OdkFunction> All { get; } =
    [
        new("if", 3, 3, (_, a) => Boolean(a[0]) ? a[1] : a[2]),
        new("coalesce", 1, Any, (_, a) => a.FirstOrDefault(v => Text(v).Length > 0) ?? ""),
        new("once", 1, 1, (s, a) => Text(s.Current ?? "").Length > 0 ? s.Current! : a[0]),
        new("selected", 2, 2, (_, a) => Words(a[0]).Contains(Text(a[1]))),
        new("selected-at", 2, 2, (_, a) => Words(a[0]).ElementAtOrDefault((int)Number(a[1])) ?? ""),
        new("count-selected", 1, 1, (_, a) => (double)Words(a[0]).Count),
        new("jr:choice-name", 2, 2, (s, a) => s.ChoiceLabel?.Invoke(Bare(Text(a[1])), Text(a[0])) ?? Text(a[0])),
        new("concat", 0, Any, (_, a) => string.Concat(a.Select(Text))),
        new("join", 1, Any, (_, a) => string.Join(Text(a[0]), a.Skip(1).Select(Text))),
        new("substr", 2, 3, (_, a) => Substring(Text(a[0]), Number(a[1]), a.Length > 2 ? Number(a[2]) : double.NaN)),
        new("ends-with", 2, 2, (_, a) => Text(a[0]).EndsWith(Text(a[1]), StringComparison.Ordinal)),
        new("regex", 2, 2, (_, a) => Matches(Text(a[0]), Text(a[1]))),
        new("string", 1, 1, (_, a) => Text(a[0])),
        new("number", 1, 1, (_, a) => Number(a[0])),
        new("boolean", 1, 1, (_, a) => Boolean(a[0])),
        new("boolean-from-string", 1, 1, (_, a) => Text(a[0]) is "true" or "1"),
        new("int", 1, 1, (_, a) => Math.Truncate(Number(a[0]))),
        new("round", 1, 2, (_, a) => Rounded(Number(a[0]), a.Length > 1 ? Number(a[1]) : 0)),
        new("abs", 1, 1, (_, a) => Math.Abs(Number(a[0]))),
        new("pow", 2, 2, (_, a) => Math.Pow(Number(a[0]), Number(a[1]))),
        new("min", 1, Any, (_, a) => a.Select(Number).Min()),
        new("max", 1, Any, (_, a) => a.Select(Number).Max()),
        new("sum", 1, Any, (_, a) => a.Where(v => Text(v).Length > 0).Sum(Number)),
        new("count", 1, Any, (_, a) => (double)a.Count(v => Text(v).Length > 0)),
        new("count-non-empty", 1, Any, (_, a) => (double)a.Count(v => Text(v).Length > 0)),
        new("today", 0, 0, (s, _) => (double)(DateOnly.FromDateTime(s.Now.DateTime).DayNumber - Epoch)),
        new("now", 0, 0, (s, _) => s.Now.DateTime.Subtract(DateTime.UnixEpoch).TotalDays),
        new("date", 1, 1, (_, a) => Math.Floor(Day(a[0]))),
        new("decimal-date-time", 1, 1, (_, a) => Day(a[0])),
        new("decimal-time", 1, 1, (_, a) => Day(a[0]) - Math.Floor(Day(a[0]))),
        new("format-date", 2, 2, (_, a) => Formatted(Day(a[0]), Text(a[1]))),
        new("format-date-time", 2, 2, (_, a) => Formatted(Day(a[0]), Text(a[1]))),
    ];

    private static readonly Dictionary<string, OdkFunction> ByXPathName = All.ToDictionary(f => Local(f.Name), StringComparer.Ordinal);

    private static int Epoch => DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>The function of a name as <see cref="XPathName"/> writes it, without prefix.</summary>
    public static OdkFunction? Find(string local) => ByXPathName.GetValueOrDefault(local);

    /// <summary>How a function is called in XPath. Throws <see cref="FormatException"/> for one that we do not know.</summary>
    public static string XPathName(string name)
    {
        if (XPathOwn.Contains(name))
            return name;
        if (ByXPathName.ContainsKey(Local(name)))
            return Prefix + ":" + Local(name);
        var near = All.Select(f => f.Name).Concat(XPathOwn).Select(n => (Name: n, Distance: new Damerau().Distance(n, name))).MinBy(n => n.Distance);
        throw new FormatException(near.Distance <= NearMiss
            ? ExpressionTranslation.Phrases.Text("expression.unknown_function_near", ("name", name), ("near", near.Name))
            : ExpressionTranslation.Phrases.Text("expression.unknown_function", ("name", name)));
    }

    public static bool Boolean(object value) => Single(value) switch
    {
        bool b => b,
        double d => d != 0 && !double.IsNaN(d),
        var other => Text(other).Length > 0,
    };

    public static double Number(object value) => Single(value) switch
    {
        double d => d,
        bool b => b ? 1 : 0,
        var other => double.TryParse(Text(other), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN,
    };

    public static string Text(object value) => Single(value) switch
    {
        string s => s,
        bool b => b ? "true" : "false",
        double d when double.IsNaN(d) => "NaN",
        double d => d.ToString("0.###############", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    private static object Single(object value) => value is System.Xml.XPath.XPathNodeIterator nodes
        ? nodes.Clone() is { } copy && copy.MoveNext() ? copy.Current?.Value ?? "" : ""
        : value;

    private static string Local(string name) => name.Replace("jr:", "jr-", StringComparison.Ordinal);

    private static string Bare(string reference) => reference.Trim('$', '{', '}', ' ');

    private static IReadOnlyList<string> Words(object value) => Text(value).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // From 0, end not included, as in ODK.
    private static string Substring(string text, double from, double to)
    {
        var start = (int)Math.Clamp(double.IsNaN(from) ? 0 : from, 0, text.Length);
        var end = (int)Math.Clamp(double.IsNaN(to) ? text.Length : to, start, text.Length);
        return text[start..end];
    }

    private static bool Matches(string text, string pattern) => Regex.IsMatch(text, @"\A(?:" + pattern + @")\z", RegexOptions.NonBacktracking);

    private static double Rounded(double number, double decimals)
    {
        var scale = Math.Pow(10, decimals);
        return double.IsFinite(number) ? Math.Floor((number * scale) + 0.5) / scale : number;
    }

    private static double Day(object value) => Single(value) is string text && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        ? time.Subtract(DateTime.UnixEpoch).TotalDays
        : Number(value);

    private static string Formatted(double day, string format)
    {
        if (!double.IsFinite(day))
            return "";
        var time = DateTime.UnixEpoch.AddDays(day);
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
