using PbfFieldBot.Engine.Digests;
using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Engine.Places;

namespace PbfFieldBot.Engine.Dialogs;

/// <summary>Reads the whole dialogs folder, given as texts by name: every ID/dialogue.yaml, choix/*.yaml, lieux.csv, indicateurs.yaml, bulletin.yaml.</summary>
public static class DialogCatalogReader
{
    private const string PlacesFile = "lieux.csv";
    private static readonly string[] OtherFolders = ["choix", "demo", "rapport"];

    /// <summary>Reads the folder; what is wrong is added to the findings, with file and line.</summary>
    public static DialogCatalog Read(IReadOnlyDictionary<string, string> files, Findings findings)
    {
        var dialogs = files.Keys.Where(f => f.EndsWith("/dialogue.yaml", StringComparison.Ordinal) && f.Count(c => c == '/') == 1)
            .Order(StringComparer.Ordinal)
            .Select(f => DialogReader.Read(f[..f.IndexOf('/', StringComparison.Ordinal)], files, findings))
            .OfType<Dialog>()
            .ToList();
        foreach (var folder in files.Keys.Where(f => f.Contains('/', StringComparison.Ordinal)).Select(f => f[..f.IndexOf('/', StringComparison.Ordinal)]).Distinct().Except(OtherFolders).Where(f => !files.ContainsKey(DialogReader.FileOf(f))))
            findings.Add(ProblemCodes.MissingFile, DialogReader.FileOf(folder), 1, 1, ("detail", DialogReader.FileOf(folder)));
        if (!files.Keys.Any(f => f.Contains('/', StringComparison.Ordinal)))
            findings.Add(ProblemCodes.MissingFile, "dialogue.yaml", 1, 1, ("detail", "ID/dialogue.yaml"));
        var framework = Framework(files, dialogs, findings);
        return new DialogCatalog(dialogs, Places(files, findings), framework)
        {
            Digest = files.TryGetValue(DigestPlanReader.File, out var plan) ? DigestPlanReader.Read(plan, dialogs, framework, findings) : new DigestPlan(),
        };
    }

    // A folder without the file counts nothing: dialogs can be tried out alone.
    private static ResultsFramework Framework(IReadOnlyDictionary<string, string> files, IReadOnlyList<Dialog> dialogs, Findings findings) =>
        files.TryGetValue(ResultsFrameworkReader.File, out var text) ? ResultsFrameworkReader.Read(text, dialogs, findings) : new ResultsFramework([]);

    private static Gazetteer Places(IReadOnlyDictionary<string, string> files, Findings findings)
    {
        if (!files.TryGetValue(PlacesFile, out var csv))
        {
            findings.Add(ProblemCodes.MissingFile, PlacesFile, 1, 1, ("detail", PlacesFile));
            return Gazetteer.Empty;
        }

        try
        {
            return Gazetteer.Read(csv);
        }
        catch (FormatException problem)
        {
            var line = int.TryParse(problem.Message.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 1;
            findings.Add(ProblemCodes.BadPlaceLine, PlacesFile, line, 1, ("detail", problem.Message));
            return Gazetteer.Empty;
        }
    }
}
