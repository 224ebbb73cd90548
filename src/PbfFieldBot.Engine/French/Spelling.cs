namespace PbfFieldBot.Engine.French;

/// <summary>Small slips of the finger.</summary>
internal static class Spelling
{
    /// <summary>True when two words differ by at most one letter (wrong, missing, added) or two neighbours swapped.</summary>
    public static bool OneSlip(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
            return false;
        var (i, shorter) = (0, Math.Min(a.Length, b.Length));
        while (i < shorter && a[i] == b[i])
            i++;
        var tail = 0;
        while (tail < shorter - i && a[^(tail + 1)] == b[^(tail + 1)])
            tail++;
        var (leftA, leftB) = (a.Length - i - tail, b.Length - i - tail);
        return Math.Max(leftA, leftB) <= 1 || leftA == 2 && leftB == 2 && a[i] == b[i + 1] && a[i + 1] == b[i];
    }
}
