using PbfFieldBot.Engine;

namespace PbfFieldBot.Reports;

/// <summary>An entry of the table has 300 characters at most (PBF template).</summary>
internal static class EntryText
{
    /// <summary>The text, cut after a sentence when it is too long, else after a word; never within a sign of two halves.</summary>
    public static string Fitting(string text)
    {
        if (text.Length <= Limits.ReportEntryCharacters)
            return text;
        var head = text[..(Limits.ReportEntryCharacters - 1)];
        var end = head.LastIndexOfAny(['.', ';', '!', '?']);
        if (end > Limits.ReportEntryCharacters / 2)
            return head[..(end + 1)];
        var cut = Math.Max(head.LastIndexOf(' '), Limits.ReportEntryCharacters / 2);
        return head[..(char.IsHighSurrogate(head[cut - 1]) ? cut - 1 : cut)].TrimEnd() + "\u2026";
    }
}
