using System.Globalization;
using System.Text;

namespace PbfFieldBot.People;

/// <summary>The form in which names are compared: no accents, small letters, single spaces instead of signs.</summary>
public static class NameKey
{
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var sign in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(sign))
                key.Append(char.ToLowerInvariant(sign));
            else if (CharUnicodeInfo.GetUnicodeCategory(sign) is not UnicodeCategory.NonSpacingMark && key.Length > 0 && key[^1] is not ' ')
                key.Append(' ');
        }

        return key.ToString().TrimEnd();
    }
}
