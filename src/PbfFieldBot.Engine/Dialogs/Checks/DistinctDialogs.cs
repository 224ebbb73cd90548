using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Dialogs.Checks;

/// <summary>A title or word opens one dialog: two dialogs with the same one could not be told apart.</summary>
internal static class DistinctDialogs
{
    public static void Check(IReadOnlyList<Dialog> dialogs, Findings findings)
    {
        var owners = new Dictionary<string, Dialog>(StringComparer.Ordinal);
        foreach (var dialog in dialogs.Where(d => !findings.IsBroken(DialogReader.FileOf(d.Id))).ToList())
        {
            var clashes = dialog.Wordings.Select(w => (Wording: w, Other: owners.GetValueOrDefault(Folding.Fold(w.Value)))).Where(c => c.Other is not null).DistinctBy(c => c.Other!.Id).ToList();
            foreach (var (wording, other) in clashes)
                findings.Add(ProblemCodes.DoubledTitle, DialogReader.FileOf(dialog.Id), wording, ("title", wording.Value), ("other", other!.Id));
            foreach (var wording in dialog.Wordings)
                owners.TryAdd(Folding.Fold(wording.Value), dialog);
        }
    }
}
