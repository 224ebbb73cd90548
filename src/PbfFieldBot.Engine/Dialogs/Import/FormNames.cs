using System.Text.RegularExpressions;
using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Dialogs.Import;

/// <summary>Turns the names of a form into names that a dialog takes (a-z, 0-9, _), each once, and follows them into expressions and texts.</summary>
internal sealed partial class FormNames
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(DialogVariables.Always.Concat(["confirm", "same_event", "other"]), StringComparer.Ordinal);

    /// <summary>The name for a question of the form; the first of several of the same name keeps it.</summary>
    public string Take(string name)
    {
        var plain = Plain(name);
        var free = plain;
        for (var number = 2; !taken.Add(free); number++)
            free = plain + "_" + number;
        names.TryAdd(name, free);
        return free;
    }

    /// <summary>An expression or text with the form's references as the dialog's.</summary>
    public string Follow(string text) => Reference().Replace(text, m => names.TryGetValue(m.Groups[1].Value, out var name) ? "${" + name + "}" : m.Value);

    /// <summary>A name in a-z, 0-9 and _ that begins with a letter.</summary>
    public static string Plain(string name)
    {
        var plain = Other().Replace(Folding.Fold(name).ToLowerInvariant(), "_").Trim('_');
        return plain.Length > 0 && char.IsAsciiLetter(plain[0]) ? plain : "q_" + plain;
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Other();

    [GeneratedRegex(@"\$\{ *([^}]+?) *\}")]
    private static partial Regex Reference();
}
