using PbfFieldBot.Engine.Dialogs.Checks;
using PbfFieldBot.Engine.Digests;
using PbfFieldBot.Engine.Expected;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Places;

namespace PbfFieldBot.Engine.Dialogs;

/// <summary>Reads the whole dialogs folder, given as texts by name: every ID/dialogue.yaml, choix/*.yaml, lieux.csv, indicateurs.yaml, bulletin.yaml, attendus.yaml.</summary>
public static class DialogCatalogReader
{
    /// <summary>Reads the folder; what is wrong is added to the findings, with file and line.</summary>
    public static DialogCatalog Read(IReadOnlyDictionary<string, string> files, Findings findings)
    {
        DialogFiles.Check(files.Keys, findings);
        var dialogs = ReadDialogs(files, findings);
        CheckFolders(files, findings);
        foreach (var list in ChoiceListReader.SharedLists(files.Keys).Order(StringComparer.Ordinal))
            ChoiceListReader.ReadShared(list, files, findings);
        DistinctDialogs.Check(dialogs, findings);
        var framework = Framework(files, dialogs, findings);
        var catalog = new DialogCatalog(dialogs, Places(files, findings), framework)
        {
            Digest = files.TryGetValue(DigestPlanReader.File, out var plan) ? DigestPlanReader.Read(plan, dialogs, framework, findings) : new DigestPlan(),
            Expected = files.TryGetValue(ExpectedPlanReader.File, out var expected) ? ExpectedPlanReader.Read(expected, dialogs, findings) : new ExpectedPlan(),
        };
        if (files.TryGetValue(WorkedExamples.File, out var examples))
            WorkedExamples.Play(examples, framework, dialogs, findings);
        return catalog;
    }

    private static List<Dialog> ReadDialogs(IReadOnlyDictionary<string, string> files, Findings findings) =>
        [.. files.Keys.Where(f => f.EndsWith("/dialogue.yaml", StringComparison.Ordinal) && f.Count(c => c == '/') == 1)
            .Order(StringComparer.Ordinal)
            .Select(f => DialogReader.Read(f[..f.IndexOf('/', StringComparison.Ordinal)], files, findings))
            .OfType<Dialog>()];

    private static void CheckFolders(IReadOnlyDictionary<string, string> files, Findings findings)
    {
        var folders = files.Keys.Where(f => f.Contains('/', StringComparison.Ordinal)).Select(f => f[..f.IndexOf('/', StringComparison.Ordinal)]).Distinct().Except(DialogFiles.OtherFolders);
        foreach (var file in folders.Select(DialogReader.FileOf).Where(f => !files.ContainsKey(f) && !findings.IsBroken(f)))
            findings.Add(ProblemCodes.MissingFile, file, 1, 1, ("detail", file));
        if (!files.Keys.Any(f => f.Contains('/', StringComparison.Ordinal)) && !findings.Any)
            findings.Add(ProblemCodes.MissingFile, "dialogue.yaml", 1, 1, ("detail", "ID/dialogue.yaml"));
    }

    // A folder without the file counts nothing: dialogs can be tried out alone.
    private static ResultsFramework Framework(IReadOnlyDictionary<string, string> files, IReadOnlyList<Dialog> dialogs, Findings findings) =>
        files.TryGetValue(ResultsFrameworkReader.File, out var text) ? ResultsFrameworkReader.Read(text, dialogs, findings) : new ResultsFramework([]);

    private static Gazetteer Places(IReadOnlyDictionary<string, string> files, Findings findings)
    {
        if (files.TryGetValue(PlacesReader.File, out var csv))
            return PlacesReader.Read(csv, findings);
        if (!findings.IsBroken(PlacesReader.File))
            findings.Add(ProblemCodes.MissingFile, PlacesReader.File, 1, 1, ("detail", PlacesReader.File));
        return Gazetteer.Empty;
    }
}
