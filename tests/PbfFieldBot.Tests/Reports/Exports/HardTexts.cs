namespace PbfFieldBot.Tests.Reports.Exports;

/// <summary>Texts that programs stumble over: formulas, signs that XML refuses, emoji, marks that turn the line round, quotes and separators.</summary>
internal static class HardTexts
{
    public static readonly string[] Formulas =
    [
        "=1+1", "+A1", "-A1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uFF1D4+4", "\uFF0B1+1", " =6+6", "\u00a0=7+7", "\u200b=8+8", "=HYPERLINK(\"http://example.org\";\"x\")", "=cmd|'/c calc'!A1", "-5+cmd|' /C calc'!A0",
    ];

    public static readonly string[] Others =
    [
        "+223 70 00 00 00", "-5", "e\u0301", "\u00e9", "\ud83d\udc69\u200d\ud83c\udf3e", "\u202etxet", "\u2067isolat\u2069", "a;b\"c\"\nd", "_x0041_", "'apostrophe", "  blancs  ", "z" + new string('\u0300', 200),
    ];

    public static readonly string[] Refused = ["a\0b", "a\uFFFEb", "a\ud83db", "a\u0001b"];
}
