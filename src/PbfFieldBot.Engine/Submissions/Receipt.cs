using System.Text;

namespace PbfFieldBot.Engine.Submissions;

/// <summary>
/// The number by which people speak of a submission, short and speakable: "MOP-7K3-F" is the area's prefix, 3 to 6 signs for the submission's number, and a check sign
/// that catches every single wrong sign and every swap of two neighbours.
/// </summary>
public static class Receipt
{
    // 31 signs, without 0 O 1 I L. 31 is a prime: with different weights for neighbours, no single error and no swap leaves the sum at 0.
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static readonly string[] Confused = ["8B", "5S", "2Z", "UV", "6G", "0DQ", "ODQ", "1J7", "I1JT", "L4", "4A", "9G", "MN", "KX", "PR", "EF", "WV", "HN"];
    private const int Base = 31;
    private const int FewestSigns = 3;
    private const int MostSigns = 6;
    private const int PrefixLetters = 3;

    /// <summary>The receipt of a submission's number (from 1), under a prefix of three letters A to Z.</summary>
    public static string For(string prefix, long number)
    {
        if (prefix.Length != PrefixLetters || !prefix.All(char.IsAsciiLetterUpper))
            throw new ArgumentException("a prefix is three capital letters, not " + prefix, nameof(prefix));
        var body = Body(number);
        return $"{prefix}-{body}-{Signs[CheckValue(prefix + body)]}";
    }

    /// <summary>True for a receipt as we write it, whose check sign is right.</summary>
    public static bool IsValid(string text) => Read(text) == text;

    /// <summary>The receipt in a text as people type it (small letters, spaces or no hyphens, 0 for O, 1 for I), written as we write it; null when it is none.</summary>
    public static string? Read(string text)
    {
        if (Shape(text) is not var (prefix, body, check))
            return null;
        return body.All(Signs.Contains) && Signs.IndexOf(check, StringComparison.Ordinal) == CheckValue(prefix + body) ? $"{prefix}-{body}-{check}" : null;
    }

    /// <summary>The first receipt in a sentence; null when there is none.</summary>
    public static string? Find(string text) => Windows(text).Select(Read).FirstOrDefault(r => r is not null);

    /// <summary>True when a sentence holds what looks like a receipt whose check sign does not fit: a slip of the finger.</summary>
    public static bool HasMistyped(string text) => Find(text) is null && Windows(text).Any(w => LooksWritten(w) && Shape(w) is not null);

    /// <summary>The right receipts that differ from a mistyped one in a sentence by one sign that the eye confuses (8 and B, 5 and S, 0 and D...).</summary>
    public static IReadOnlyList<string> Near(string text)
    {
        if (Windows(text).Where(LooksWritten).Select(Shape).FirstOrDefault(s => s is not null) is not var (prefix, body, check))
            return [];
        var signs = prefix + body + check;
        return [.. Enumerable.Range(PrefixLetters, signs.Length - PrefixLetters)
            .SelectMany(at => Confused.Where(c => c.Contains(signs[at])).SelectMany(c => c).Select(other => Read(signs[..at] + other + signs[(at + 1)..])))
            .OfType<string>().Distinct()];
    }

    // A receipt may be typed in one word or in up to four.
    private static IEnumerable<string> Windows(string text)
    {
        var words = text.Split([' ', '\n', '\t', ',', ';', ':', '.', '?', '!', '"', '\u00ab', '\u00bb', '\u00a0', '\u202f'], StringSplitOptions.RemoveEmptyEntries);
        for (var length = 1; length <= 4; length++)
            for (var first = 0; first + length <= words.Length; first++)
                yield return string.Join(' ', words.Skip(first).Take(length));
    }

    // "corriger" has the length of a receipt: only what has a digit or two dashes was meant as one.
    private static bool LooksWritten(string text) => text.Any(char.IsAsciiDigit) || text.Count(s => s is '-' or '\u2010' or '\u2011' or '\u2013') >= 2;

    private static (string Prefix, string Body, char Check)? Shape(string text)
    {
        var signs = new StringBuilder(text.Length);
        foreach (var sign in text)
            if (!char.IsWhiteSpace(sign) && sign is not ('-' or '_' or '/' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014'))
                signs.Append(char.ToUpperInvariant(sign));
        if (signs.Length is < PrefixLetters + FewestSigns + 1 or > PrefixLetters + MostSigns + 1)
            return null;
        var plain = signs.ToString();
        var (prefix, body, check) = (Letters(plain[..PrefixLetters]), plain[PrefixLetters..^1], plain[^1]);
        return prefix.All(char.IsAsciiLetterUpper) && body.All(char.IsAsciiLetterOrDigit) && char.IsAsciiLetterOrDigit(check) ? (prefix, body, check) : null;
    }

    // Prefixes hold letters only, the rest none of 0 O 1 I L: what was meant is clear in the prefix.
    private static string Letters(string prefix) => prefix.Replace('0', 'O').Replace('1', 'I');

    private static string Body(long number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        var (rest, size, length) = (number - 1, (long)Base * Base * Base, FewestSigns);
        while (rest >= size)
        {
            (rest, size) = (rest - size, size * Base);
            if (++length > MostSigns)
                throw new ArgumentOutOfRangeException(nameof(number), number, "more receipts than six signs can name");
        }

        // A fixed permutation, so that neighbours in time look unrelated: two multiplications with the signs turned round between them.
        var scattered = Scatter(TurnRound(Scatter(rest, size), length), size);
        Span<char> body = stackalloc char[length];
        for (var i = 0; i < length; i++, scattered /= Base)
            body[i] = Signs[(int)(scattered % Base)];
        return new string(body);
    }

    private static long Scatter(long value, long size) => ((value * 7919) + 10_007) % size;

    private static long TurnRound(long value, int length)
    {
        var turned = 0L;
        for (var i = 0; i < length; i++, value /= Base)
            turned = (turned * Base) + (value % Base);
        return turned;
    }

    // The check sign has weight 1, so the signs before it, from the last one back, weigh 2, 3, 4...
    private static int CheckValue(string signs)
    {
        var sum = 0;
        for (var i = 0; i < signs.Length; i++)
            sum += ValueOf(signs[i]) * (signs.Length - i + 1);
        return (Base - (sum % Base)) % Base;
    }

    // Prefixes hold no digits: the three letters outside the alphabet borrow the digits' values.
    private static int ValueOf(char sign) => sign switch
    {
        'I' => 0,
        'L' => 1,
        'O' => 2,
        _ => Signs.IndexOf(sign, StringComparison.Ordinal),
    };
}
