using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace PbfFieldBot.Reports.Exports;

/// <summary>Makes any text fit for a cell or a sheet's name.</summary>
internal static partial class ExcelText
{
    private const int CellCharacters = 32_767;
    private const int NameCharacters = 31;

    /// <summary>The text without what XML cannot hold, with plain line ends. "_x0041_" would be read as a sign, so its underscore is written as one.</summary>
    public static string Cell(string text)
    {
        var clean = WithoutForbidden(text).ReplaceLineEndings("\n").Replace('\r', '\n');
        if (clean.Contains("_x", StringComparison.OrdinalIgnoreCase))
            clean = Escaped().Replace(clean, "_x005F_");
        return clean.Length <= CellCharacters ? clean : clean[..CellCharacters];
    }

    /// <summary>A sheet's name that is not among those taken: 31 characters at most, without the signs that Excel refuses.</summary>
    public static string SheetName(string text, IReadOnlyCollection<string> taken)
    {
        var plain = Refused().Replace(WithoutForbidden(text), " ").Trim(' ', '\'');
        for (var copy = 1; ; copy++)
        {
            var ending = copy == 1 ? "" : $" ({copy})";
            var name = plain[..Math.Min(plain.Length, NameCharacters - ending.Length)].TrimEnd() + ending;
            if (!taken.Contains(name, StringComparer.OrdinalIgnoreCase))
                return name;
        }
    }

    private static string WithoutForbidden(string text)
    {
        var good = 0;
        while (good < text.Length && XmlConvert.IsXmlChar(text[good]))
            good++;
        if (good == text.Length)
            return text;
        var clean = new StringBuilder(text, 0, good, text.Length);
        for (var i = good; i < text.Length; i++)
            if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
        return clean.ToString();
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"[\[\]:*?/\\\u0000-\u001f]")]
    private static partial Regex Refused();
}
