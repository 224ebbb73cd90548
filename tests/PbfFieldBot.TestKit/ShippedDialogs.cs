using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Indicators;

namespace PbfFieldBot.TestKit;

/// <summary>The dialogs folder as it is shipped.</summary>
public static class ShippedDialogs
{
    /// <summary>The texts of the folder by name.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = ReadFiles();

    public static DialogCatalog Catalog { get; } = ReadCatalog();

    public static IReadOnlyList<Dialog> All => Catalog.Dialogs;

    public static ResultsFramework Framework => Catalog.Framework;

    /// <summary>The dialog of that id.</summary>
    public static Dialog Find(string id) => Catalog.Find(id) ?? throw new ArgumentException("no such dialog: " + id, nameof(id));

    private static Dictionary<string, string> ReadFiles()
    {
        var folder = Path.Combine(Repository.Root, "dialogs");
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".yaml" or ".csv")
            .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
    }

    private static DialogCatalog ReadCatalog()
    {
        var findings = new Findings();
        var catalog = DialogCatalogReader.Read(Files, findings);
        return findings.Any ? throw new InvalidOperationException(string.Join('\n', findings.Problems)) : catalog;
    }
}
