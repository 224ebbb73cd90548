using System.Runtime.CompilerServices;
using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Dialogs;

/// <summary>What a dialog is called: its title, its id and the other words that start it, folded once for all messages.</summary>
internal static class DialogNames
{
    private static readonly ConditionalWeakTable<Dialog, HashSet<string>> Folded = [];

    /// <summary>True when a folded text names the dialog and says nothing else.</summary>
    public static bool Has(Dialog dialog, string folded) => Folded.GetValue(dialog, Of).Contains(folded);

    private static HashSet<string> Of(Dialog dialog) => [.. dialog.Words.Append(dialog.Title).Append(dialog.Id.Replace('_', ' ')).Select(Folding.Fold)];
}
