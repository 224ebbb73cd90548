using System.Text.RegularExpressions;

namespace PbfFieldBot.Engine.Dialogs;

/// <summary>What may stand where in the dialogs folder: a text file that nothing reads is a mistake (indicateur.yaml for indicateurs.yaml).</summary>
public static partial class DialogFiles
{
    /// <summary>Folders that hold no dialog.</summary>
    public static IReadOnlyList<string> OtherFolders { get; } = ["choix", "demo", "rapport"];

    private static readonly string[] TopFiles = ["lieux.csv", "indicateurs.yaml", "indicateurs.essais.yaml", "bulletin.yaml", "attendus.yaml", "rapport.yaml"];

    /// <summary>Refuses folder names that are no dialog id, and files that are read nowhere.</summary>
    public static void Check(IEnumerable<string> files, Findings findings)
    {
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var parts = file.Split('/');
            if (parts.Length > 1 && !OtherFolders.Contains(parts[0]) && !(DialogId().IsMatch(parts[0]) && parts[0].Length <= Limits.DialogIdCharacters))
                findings.Add(ProblemCodes.BadDialogId, DialogReader.FileOf(parts[0]), 1, 1, ("name", parts[0]), ("limit", Limits.DialogIdCharacters));
            if (!IsRead(parts))
                AddStray(file, parts, findings);
        }
    }

    private static bool IsRead(string[] parts) => parts switch
    {
        [var file] => TopFiles.Contains(file),
        ["choix", var file] => file.EndsWith(".yaml", StringComparison.Ordinal),
        ["choix", ..] => false,
        [var folder, ..] when OtherFolders.Contains(folder) => true,
        [_, "dialogue.yaml"] => true,
        [_, "parcours", var file] => file.EndsWith(".yaml", StringComparison.Ordinal),
        _ => false,
    };

    private static void AddStray(string file, string[] parts, Findings findings)
    {
        var folder = parts.Length == 1 ? "" : parts[0] + "/";
        var places = parts.Length == 1 ? TopFiles : parts[0] == "choix" ? [Path.ChangeExtension(file, ".yaml")] : [folder + "dialogue.yaml", folder + "parcours/" + Path.ChangeExtension(parts[^1], ".yaml")];
        if (YamlKeys.Near(file, places) is { } near)
            findings.Add(ProblemCodes.StrayFileNear, file, 1, 1, ("near", near));
        else
            findings.Add(ProblemCodes.StrayFile, file, 1, 1, ("places", string.Join(", ", places)));
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex DialogId();
}
