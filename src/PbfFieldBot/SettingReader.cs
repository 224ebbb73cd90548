using System.Globalization;
using Microsoft.Extensions.Configuration;
using PbfFieldBot.Texts;

namespace PbfFieldBot;

/// <summary>Reads single settings; refuses a bad one by its key in the environment's form ("Project__TimeZone"), which operators type.</summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    /// <summary>The text of a setting; null when it is not set.</summary>
    public string? Text(string key) => configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>The value of a setting, or of its default; refused with the sentence when <paramref name="parse"/> gives null.</summary>
    public T Read<T>(string key, string standard, Func<string, T?> parse, string sentence) => parse(Text(key) ?? standard) ?? throw Refused(key, sentence);

    public static RefusedException Refused(string key, string sentence) => new(AppPhrases.Text(sentence, ("key", key.Replace(":", "__", StringComparison.Ordinal))));

    public static Uri? WebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <summary>A whole number above zero.</summary>
    public int Number(string key, int standard) => Text(key) is not { } text ? standard
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw Refused(key, "settings.number");
}
