using System.Text.RegularExpressions;

namespace PbfFieldBot.Engine.Dialogs.Import;

/// <summary>Labels of forms as a chat shows them: no Markdown, no HTML, one paragraph, no longer than a screen takes.</summary>
internal static partial class FormTexts
{
    private const string Cut = "\u2026";

    public static string Plain(string text) => Spaces().Replace(Marks().Replace(Tags().Replace(text, " "), ""), " ").Trim();

    /// <summary>The text within a length, cut at a word.</summary>
    public static string Short(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var space = text.LastIndexOf(' ', length - 1);
        return text[..(space > length / 2 ? space : length - 1)].TrimEnd(' ', ',', ':', ';') + Cut;
    }

    /// <summary>A short title out of a label: no references, no punctuation at its end.</summary>
    public static string Title(string label) => Short(Spaces().Replace(FilledText.Replace(label, _ => Cut), " ").TrimEnd(' ', '?', ':', '.', '\u00a0'), Limits.ChoiceLabelCharacters);

    /// <summary>"1.0", as Excel stores whole numbers, is 1.</summary>
    public static string Number(string text) => Whole().IsMatch(text) ? text[..text.IndexOf('.', StringComparison.Ordinal)] : text;

    [GeneratedRegex(@"<[^<>]{0,200}>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\*\*|__|(?m:^#{1,6} )")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^-?[0-9]+\.0+$")]
    private static partial Regex Whole();
}
