using System.Text.RegularExpressions;
using PbfFieldBot.Engine.Dialogs;

namespace PbfFieldBot.Engine;

/// <summary>
/// Finds what an author did wrong in a file that the YAML parser refuses: the parser says where it stopped, often lines after the slip, and in its own words.
/// </summary>
internal static partial class YamlMistakes
{
    /// <summary>The likeliest mistake and where it stands, from the text and the place at which the parser stopped.</summary>
    public static YamlProblemException Of(string text, int line, int column)
    {
        var lines = text.Split('\n');
        line = Math.Clamp(line, 1, lines.Length);
        for (var i = 0; i < lines.Length; i++)
            if (Tab().Match(lines[i]) is { Success: true } tab)
                return At(ProblemCodes.Tab, i + 1, tab.Length);
        for (var i = 0; i < line; i++)
            if (OpenedOnly(lines[i]) is { } quote)
                return At(ProblemCodes.OpenQuote, i + 1, quote);
        var stopped = lines[line - 1].TrimEnd('\r');
        if (TwoColons().Match(stopped) is { Success: true } colons)
            return new YamlProblemException(ProblemCodes.UnquotedColon, colons.Groups["key"].Value, line, colons.Groups["value"].Index + 1);
        if (stopped.Trim().Length > 0 && !stopped.Contains(": ", StringComparison.Ordinal) && !stopped.TrimEnd().EndsWith(':') && !stopped.TrimStart().StartsWith('-') && !stopped.TrimStart().StartsWith('#'))
            return At(ProblemCodes.MissingColon, line, column);
        return At(IsOutOfLine(lines, line - 1) ? ProblemCodes.BadIndent : ProblemCodes.YamlError, line, column);
    }

    private static YamlProblemException At(string code, int line, int column) => new(code, "", line, column);

    // A value that opens a quote and does not close it on its line; escaped and doubled quotes do not count.
    private static int? OpenedOnly(string line)
    {
        if (Opening().Match(line) is not { Success: true } opening)
            return null;
        var quote = opening.Groups["quote"];
        var rest = line[(quote.Index + 1)..].Replace(quote.Value == "\"" ? "\\\"" : "''", "", StringComparison.Ordinal);
        return rest.Contains(quote.Value, StringComparison.Ordinal) ? null : quote.Index + 1;
    }

    // A key that stands deeper or less deep than any line above it that it could belong to.
    private static bool IsOutOfLine(string[] lines, int at)
    {
        var above = at - 1;
        while (above >= 0 && lines[above].Trim().Length == 0)
            above--;
        return above >= 0 && Depth(lines[at]) != Depth(lines[above]);
    }

    private static int Depth(string line) => line.Length - line.TrimStart(' ', '-').Length;

    [GeneratedRegex(@"^ *\t[ \t]*(?=[^\s#])")]
    private static partial Regex Tab();

    [GeneratedRegex("""^\s*(?:- )?(?:\{\s*)?[\w.]+:\s+(?<quote>["'])""")]
    private static partial Regex Opening();

    [GeneratedRegex("""^\s*(?:- )?(?<key>[\w.]+):\s+(?<value>[^"'\[{|>&*!#\s][^#]*?:(?:\s|$))""")]
    private static partial Regex TwoColons();
}
