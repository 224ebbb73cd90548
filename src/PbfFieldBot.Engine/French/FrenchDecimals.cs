using System.Globalization;

namespace PbfFieldBot.Engine.French;

/// <summary>Reads a quantity that may have a fraction: what <see cref="FrenchNumbers"/> reads, or digits with a comma or a point, with or without "%".</summary>
public static class FrenchDecimals
{
    private const int MostDigits = 12;

    /// <summary>The quantity, 0 or more; null when the text is none.</summary>
    public static decimal? Read(string text)
    {
        var bare = WithoutPercent(text.Trim());
        if (FrenchNumbers.Read(bare).Value is { } whole)
            return whole;
        var plain = bare.Replace(',', '.');
        return plain.Length <= MostDigits && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static string WithoutPercent(string text)
    {
        foreach (var sign in (string[])["%", "pour cent", "pourcent"])
            if (text.EndsWith(sign, StringComparison.OrdinalIgnoreCase))
                return text[..^sign.Length].TrimEnd();
        return text;
    }
}
