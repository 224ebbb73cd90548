using System.Globalization;
using System.Text;

namespace PbfFieldBot.Engine.French;

/// <summary>The form in which words are compared: small letters, no accents, ligatures opened, digits of all scripts as 0-9, everything else one blank.</summary>
public static class Folding
{
    // The letters that partners type, folded once; null while that is done.
    private static readonly string[]? Latin = [.. Enumerable.Range(0, 0x250).Select(c => Plain(((char)c).ToString()))];

    /// <summary>Folds a text: "N'Gouma" and "ngouma" differ only by the blank that stands for the apostrophe.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in Plain(text))
        {
            if (letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') || letter > '\u024f' && char.IsLetter(letter))
                folded.Append(letter);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Small letters without accents and ASCII digits; signs and blanks are kept. One sign may become two (the ligature oe).</summary>
    public static string Plain(string text)
    {
        if (IsPlain(text))
            return text;
        var plain = new StringBuilder(text.Length);
        if (Latin is not null && text.AsSpan().IndexOfAnyExceptInRange('\0', (char)(Latin.Length - 1)) < 0)
        {
            foreach (var letter in text)
                plain.Append(Latin[letter]);
            return plain.ToString();
        }

        foreach (var letter in Decomposed(text))
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(letter);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
                continue;
            if (category is UnicodeCategory.DecimalDigitNumber && CharUnicodeInfo.GetDecimalDigitValue(letter) is >= 0 and var digit)
                plain.Append((char)('0' + digit));
            else
                plain.Append(letter switch { '\u2019' or '\u2018' or '\u02bc' or '\u2032' or '\u00b4' => "'", '\u0153' or '\u0152' => "oe", '\u00e6' or '\u00c6' => "ae", _ => char.ToLowerInvariant(letter).ToString() });
        }

        return plain.ToString();
    }

    /// <summary>The plain form, and for each of its signs the place it comes from; no places when nothing changed.</summary>
    internal static (string Plain, int[]? Origins) Traced(string text)
    {
        if (IsPlain(text))
            return (text, null);
        var plain = new StringBuilder(text.Length);
        var origins = new List<int>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var pair = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
            var piece = pair ? Plain(text.Substring(at, 2)) : text[at] < Latin!.Length ? Latin[text[at]] : Plain(text[at].ToString());
            plain.Append(piece);
            for (var i = 0; i < piece.Length; i++)
                origins.Add(at);
            if (pair)
                at++;
        }

        return (plain.ToString(), [.. origins]);
    }

    private static bool IsPlain(string text)
    {
        foreach (var letter in text)
            if (letter > '\u007f' || char.IsAsciiLetterUpper(letter))
                return false;
        return true;
    }

    // A lone half of a surrogate pair cannot be normalised: it becomes a blank.
    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            var whole = new StringBuilder(text.Length);
            foreach (var rune in text.EnumerateRunes())
                whole.Append(rune == Rune.ReplacementChar ? " " : rune.ToString());
            return whole.ToString().Normalize(NormalizationForm.FormKD);
        }
    }
}
