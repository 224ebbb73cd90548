using System.Text;
using PbfFieldBot.Engine;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Transcripts;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Data;

/// <summary>Reads the dialogs folder from the disk: the engine sees texts by name.</summary>
internal static class DialogFolder
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The texts of a folder by name relative to it, "/" between folders. What is no UTF-8 or too long becomes a problem.</summary>
    public static IReadOnlyDictionary<string, string> Read(string folder, Findings findings)
    {
        if (!Directory.Exists(folder))
            throw new RefusedException(AppPhrases.Text("settings.no_dialogs", ("folder", folder)));
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f).ToLowerInvariant() is ".yaml" or ".yml" or ".csv"))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (name.Split('/').Any(IsHidden))
                continue;
            if (new FileInfo(path).Length > Limits.AuthoredFileBytes)
                findings.Add(ProblemCodes.FileTooLong, name, 1, 1);
            else if (Text(name, File.ReadAllBytes(path), findings) is { } text)
                files[name] = text;
        }

        AddEmptyFolders(folder, files.Keys, findings);
        return files;
    }

    // Tools keep their own there (.git).
    private static bool IsHidden(string name) => name.StartsWith('.');

    private static void AddEmptyFolders(string folder, IEnumerable<string> files, Findings findings)
    {
        foreach (var name in Directory.EnumerateDirectories(folder).Select(d => Path.GetFileName(d)!).Where(d => !IsHidden(d) && !files.Any(f => f.StartsWith(d + "/", StringComparison.Ordinal))))
            if (!DialogFiles.OtherFolders.Contains(name) && !findings.IsBroken(DialogReader.FileOf(name)))
                findings.Add(ProblemCodes.MissingFile, DialogReader.FileOf(name), 1, 1, ("detail", DialogReader.FileOf(name)));
    }

    /// <summary>The checked catalogue of a folder; refuses to go on when anything is wrong, with all problems.</summary>
    public static DialogCatalog Open(string folder)
    {
        var findings = new Findings();
        var files = Read(folder, findings);
        var catalog = DialogCatalogReader.Read(files, findings);
        foreach (var conversation in files.Keys.Where(f => f.Split('/') is [_, "parcours", _]))
            TranscriptReader.Read(conversation, files[conversation], findings);
        return findings.Any
            ? throw new RefusedException(AppPhrases.Text("settings.broken_dialogs", ("problems", string.Join('\n', findings.Problems))))
            : catalog with { ReportModel = ReportModel(folder) };
    }

    // The last one by name, so that a newer year's model only needs to be put beside the old one.
    private static byte[]? ReportModel(string folder) => Directory.Exists(Path.Combine(folder, "rapport"))
        && Directory.EnumerateFiles(Path.Combine(folder, "rapport"), "*.docx").Order(StringComparer.Ordinal).LastOrDefault() is { } model ? File.ReadAllBytes(model) : null;

    private static string? Text(string name, byte[] bytes, Findings findings)
    {
        try
        {
            return StrictUtf8.GetString(bytes).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException problem)
        {
            var line = 1 + bytes.Take(problem.Index).Count(b => b == '\n');
            var column = problem.Index - Array.LastIndexOf(bytes, (byte)'\n', Math.Max(0, problem.Index - 1));
            findings.Add(ProblemCodes.NotUtf8, name, line, Math.Max(1, column));
            return null;
        }
    }
}
