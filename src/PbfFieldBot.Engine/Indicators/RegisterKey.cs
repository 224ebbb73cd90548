using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Indicators;

/// <summary>The form in which the names of a register are compared: "Radio Kaoural de Mopti", "RD KAOURAL DE MOPTI" and "kaoural de mopti" are one station.</summary>
public static class RegisterKey
{
    private const string Radio = "radio";
    private static readonly string[] RadioWords = ["radio", "rd", "la", "station"];

    /// <summary>The key of a name; kinds of register: organisation, radio, recommandation.</summary>
    public static string Of(string kind, string name)
    {
        var key = Folding.Fold(name).Trim();
        return kind == Radio ? WithoutRadioWords(key) : key;
    }

    // A station that is called nothing but "Radio" keeps its name.
    private static string WithoutRadioWords(string key)
    {
        var words = key.Split(' ');
        var first = Array.FindIndex(words, w => !RadioWords.Contains(w));
        return first < 0 ? key : string.Join(' ', words[first..]);
    }
}
