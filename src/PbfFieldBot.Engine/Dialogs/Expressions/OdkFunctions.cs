using System.Globalization;
using System.Text.RegularExpressions;

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
    public const int Any = 50;
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    // XPath 1.0's own, with how few and how many values.
    private static readonly Dictionary<string, (int, int)> XPathOwn = new()
    {
        ["not"] = (1, 1),
        ["true"] = (0, 0),
        ["false"] = (0, 0),
        ["contains"] = (2, 2),
        ["starts-with"] = (2, 2),
        ["substring-before"] = (2, 2),
        ["substring-after"] = (2, 2),
        ["translate"] = (3, 3),
        ["floor"] = (1, 1),
        ["ceiling"] = (1, 1),
    };

    private static readonly string[] OfRepeats = ["position", "indexed-repeat", "instance", "pulldata", "current", "last", "name", "id"];

    public static IReadOnlyList<OdkFunction> All { get; } =
    [
        new("if", 3, 3, (_, a) => Boolean(a[0]) ? a[1] : a[2]),
        new("coalesce", 1, Any, (_, a) => a.FirstOrDefault(v => Text(v).Length > 0) ?? ""),
        new("once", 1, 1, (s, a) => Text(s.Current ?? "").Length > 0 ? s.Current! : a[0]),
        new("selected", 2, 2, (_, a) => Text(a[0]) == Text(a[1]) || Words(a[0]).Contains(Text(a[1]))),
        new("selected-at", 2, 2, (_, a) => At(Words(a[0]), Number(a[1]))),
        new("count-selected", 1, 1, (_, a) => (double)Words(a[0]).Count),
        new("jr:choice-name", 2, 2, (s, a) => Label(s, Bare(Text(a[1])), Text(a[0]))),
        new("concat", 0, Any, (_, a) => string.Concat(a.Select(Text))),
        new("join", 1, Any, (_, a) => string.Join(Text(a[0]), a.Skip(1).Select(Text))),
        new("substr", 2, 3, (_, a) => Substring(Text(a[0]), Number(a[1]), a.Length > 2 ? Number(a[2]) : double.NaN)),
        new("string-length", 0, 1, (s, a) => (double)Given(s, a).Length),
        new("normalize-space", 0, 1, (s, a) => string.Join(' ', Given(s, a).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
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
        new("min", 1, Any, (_, a) => a.Select(Number).Aggregate(Math.Min)),
        new("max", 1, Any, (_, a) => a.Select(Number).Aggregate(Math.Max)),
        new("sum", 1, Any, (_, a) => a.Where(v => Text(v).Length > 0).Sum(Number)),
        new("count", 1, Any, (_, a) => (double)a.Count(v => Text(v).Length > 0)),
        new("count-non-empty", 1, Any, (_, a) => (double)a.Count(v => Text(v).Length > 0)),
        new("today", 0, 0, (s, _) => OdkDates.Today(s.Now)),
        new("now", 0, 0, (s, _) => OdkDates.Now(s.Now)),
        new("date", 1, 1, (_, a) => Math.Floor(OdkDates.Day(a[0]))),
        new("decimal-date-time", 1, 1, (_, a) => OdkDates.Day(a[0])),
        new("decimal-time", 1, 1, (_, a) => OdkDates.Time(a[0])),
        new("format-date", 2, 2, (_, a) => OdkDates.Formatted(OdkDates.Day(a[0]), Text(a[1]))),
        new("format-date-time", 2, 2, (_, a) => OdkDates.Formatted(OdkDates.Day(a[0]), Text(a[1]))),
    ];

    private static readonly Dictionary<string, OdkFunction> ByXPathName = All.ToDictionary(f => Local(f.Name), StringComparer.Ordinal);

    /// <summary>All functions, ODK's and XPath's own.</summary>
    public static IEnumerable<string> Names => All.Select(f => f.Name).Concat(XPathOwn.Keys);

    /// <summary>The function of a name as <see cref="XPathName"/> writes it, without prefix.</summary>
    public static OdkFunction? Find(string local) => ByXPathName.GetValueOrDefault(local);

    /// <summary>How a known function is called in XPath.</summary>
    public static string XPathName(string name) => XPathOwn.ContainsKey(name) ? name : Prefix + ":" + Local(name);

    /// <summary>How few and how many values a known function takes.</summary>
    public static (int Least, int Most) Values(string name) => XPathOwn.TryGetValue(name, out var own) ? own : ByXPathName[Local(name)] is var f ? (f.Least, f.Most) : default;

    /// <summary>The name itself. Throws <see cref="FormatException"/> for a function that we do not know.</summary>
    public static string Known(string name)
    {
        if (XPathOwn.ContainsKey(name) || ByXPathName.ContainsKey(Local(name)))
            return name;
        if (OfRepeats.Contains(name))
            throw ExpressionMistake.Of("repeat_function", ("name", name));
        throw YamlKeys.Near(name, Names) is { } near
            ? ExpressionMistake.Of("unknown_function_near", ("name", name), ("near", near))
            : ExpressionMistake.Of("unknown_function", ("name", name));
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
        double d => (d == 0 ? 0 : d).ToString("0.###############", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    private static object Single(object value) => value is System.Xml.XPath.XPathNodeIterator nodes
        ? nodes.Clone() is { } copy && copy.MoveNext() ? copy.Current?.Value ?? "" : ""
        : value;

    private static string Local(string name) => name.Replace("jr:", "jr-", StringComparison.Ordinal);

    private static string Bare(string reference) => reference.Trim('$', '{', '}', ' ');

    // Without a value, the answer being checked is meant.
    private static string Given(ExpressionScope scope, object[] values) => Text(values.Length > 0 ? values[0] : scope.Current ?? "");

    private static string At(IReadOnlyList<string> words, double index) => index >= 0 && index < words.Count ? words[(int)index] : "";

    // Several choices (select_multiple) are named one after the other.
    private static string Label(ExpressionScope scope, string list, string names) =>
        scope.ChoiceLabel?.Invoke(list, names) ?? string.Join(", ", Words(names).Select(n => scope.ChoiceLabel?.Invoke(list, n) ?? n));

    private static IReadOnlyList<string> Words(object value) => Text(value).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // From 0, end not included, a negative place counted from the end, as in ODK.
    private static string Substring(string text, double from, double to)
    {
        var start = (int)Math.Clamp(double.IsNaN(from) ? 0 : from < 0 ? text.Length + from : from, 0, text.Length);
        var end = (int)Math.Clamp(double.IsNaN(to) ? text.Length : to < 0 ? text.Length + to : to, start, Math.Max(start, text.Length));
        return text[start..end];
    }

    private static bool Matches(string text, string pattern) => Regex.IsMatch(text, @"\A(?:" + pattern + @")\z", RegexOptions.NonBacktracking);

    private static double Rounded(double number, double decimals)
    {
        var scale = Math.Pow(10, decimals);
        return double.IsFinite(number) ? Math.Floor((number * scale) + 0.5) / scale : number;
    }
}
