using System.Runtime.CompilerServices;

namespace PbfFieldBot.TestKit;

/// <summary>Files of the tree that tests read as they stand: shipped dialogs, worked examples, test data.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The text of a file, named from the root.</summary>
    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PbfFieldBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("PbfFieldBot.sln is above the tests");
    }
}
