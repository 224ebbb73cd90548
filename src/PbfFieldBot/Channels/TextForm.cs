using System.Globalization;
using System.Text;

namespace PbfFieldBot.Channels;

/// <summary>The one form in which text comes in, whatever the channel: NFC, without control characters (line ends stay), without marks that turn the reading direction, without halves of pairs.</summary>
internal static class TextForm
{
    // No channel of ours lets anybody write so much at once: what is longer is no message, and costs no more than this.
    private const int LongestText = 32_768;

    /// <summary>Brings a text into that form.</summary>
    public static string Clean(string text)
    {
        var kept = new StringBuilder(Math.Min(text.Length, LongestText));
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, LongestText)).EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || rune.Value is 0xFFFE or 0xFFFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF)
                continue;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control && rune.Value is not '\n')
                kept.Append(rune.Value == '\t' ? " " : "");
            else
                kept.Append(rune.ToString());
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }
}
