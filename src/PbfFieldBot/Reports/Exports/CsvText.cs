using System.Text.RegularExpressions;

namespace PbfFieldBot.Reports.Exports;

/// <summary>
/// Text for a CSV file. Spreadsheets take a text that begins with = + - @ (also full-width, also after blanks) for a formula: it gets an apostrophe in front. Phone numbers
/// and signed numbers, which hold nothing but figures, stay as they are.
/// </summary>
internal static partial class CsvText
{
    public static string Safe(string text) => BeginsAsFormula().IsMatch(text) && !Figures().IsMatch(text) ? "'" + text : text;

    // Tab and carriage return are dangerous by themselves; blanks of any kind and invisible signs only hide what follows.
    [GeneratedRegex(@"^([\t\r\n]|[\s\p{Z}\p{Cf}\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212])", RegexOptions.NonBacktracking)]
    private static partial Regex BeginsAsFormula();

    [GeneratedRegex(@"^[+\-\u2212][0-9][0-9 .,\u00a0\u202f]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Figures();
}
