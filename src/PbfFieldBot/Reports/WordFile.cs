using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports;

/// <summary>Word files on the disk.</summary>
internal static class WordFile
{
    private const long MostBytes = 40_000_000;

    /// <summary>The bytes of a file; refused with one sentence when it is not there, cannot be read or is far too large.</summary>
    public static byte[] Read(string path)
    {
        if (!File.Exists(path))
            throw new RefusedException(AppPhrases.Text("report.no_file", ("file", path)));
        try
        {
            return new FileInfo(path).Length > MostBytes ? throw new RefusedException(AppPhrases.Text("report.too_large")) : File.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(AppPhrases.Text("report.unreadable", ("file", path)), problem);
        }
    }

    /// <summary>True when two paths name one file, also by a link.</summary>
    public static bool IsSame(string one, string other) => Real(one) == Real(other);

    private static string Real(string path) => new FileInfo(path) is { Exists: true } file ? file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file.FullName : Path.GetFullPath(path);
}
