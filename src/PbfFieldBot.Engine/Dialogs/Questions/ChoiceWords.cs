using System.Globalization;
using System.Runtime.CompilerServices;
using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Dialogs.Questions;

/// <summary>Recognises a choice in what people type: its number in the list, its name, label or words, alone or inside a longer answer.</summary>
internal static class ChoiceWords
{
    // Folded once for all answers.
    private static readonly ConditionalWeakTable<Choice, string[]> Folded = [];

    /// <summary>The choice that the whole text names; null when none does.</summary>
    public static Choice? Exact(ChoiceList list, string text)
    {
        var folded = Folding.Fold(text);
        if (int.TryParse(folded, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= list.Choices.Count)
            return list.Choices[number - 1];
        return list.Choices.FirstOrDefault(c => Names(c).Contains(folded));
    }

    /// <summary>The choices whose name, label or words stand in the text; the longest wording wins where one holds another.</summary>
    public static IReadOnlyList<Choice> Within(ChoiceList list, string text)
    {
        var padded = " " + Folding.Fold(text) + " ";
        var found = list.Choices
            .Select(c => (Choice: c, Words: Names(c).Where(n => padded.Contains(" " + n + " ", StringComparison.Ordinal)).MaxBy(n => n.Length)))
            .Where(f => f.Words is not null)
            .ToList();
        return [.. found.Where(f => !found.Any(o => o.Choice != f.Choice && o.Words!.Length > f.Words!.Length && o.Words.Contains(f.Words, StringComparison.Ordinal))).Select(f => f.Choice)];
    }

    /// <summary>The choices of which some wording begins as the text does (three letters at least).</summary>
    public static IReadOnlyList<Choice> Beginning(ChoiceList list, string text)
    {
        var folded = Folding.Fold(text);
        return folded.Length < 3 ? [] : [.. list.Choices.Where(c => Names(c).Any(n => n.StartsWith(folded, StringComparison.Ordinal)))];
    }

    private static string[] Names(Choice choice) => Folded.GetValue(choice, static c => [.. c.Words.Prepend(c.Label).Prepend(c.Name.Replace('_', ' ')).Select(Folding.Fold)]);
}
