using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Engine.Dialogs.Import;

/// <summary>The sheet `choices` as lists that a dialog takes: names without commas, labels that fit a button, nothing twice.</summary>
internal sealed class FormChoices
{
    private readonly Dictionary<string, List<Choice>> lists = new(StringComparer.Ordinal);
    private readonly List<ImportNote> notes;
    private readonly PhraseFile say;

    private FormChoices(List<ImportNote> notes, PhraseFile say) => (this.notes, this.say) = (notes, say);

    public static FormChoices Read(FormSheet? sheet, string defaultLanguage, List<ImportNote> notes, PhraseFile say)
    {
        var choices = new FormChoices(notes, say);
        if (sheet is not { Rows: [var header, ..] })
            return choices;
        var columns = FormColumns.Of(header, defaultLanguage);
        foreach (var row in sheet.Rows.Skip(1))
            if (columns.Read(row, "list_name") is { Length: > 0 } list && columns.Read(row, "name") is { Length: > 0 } name)
                choices.Add(row.Number, list, FormTexts.Number(name), FormTexts.Plain(columns.Read(row, "label")));
        return choices;
    }

    /// <summary>The choices of a list; null when the form has no such list.</summary>
    public IReadOnlyList<Choice>? Find(string list) => lists.GetValueOrDefault(list);

    private void Add(int row, string list, string name, string label)
    {
        if (!lists.TryGetValue(list, out var choices))
            lists[list] = choices = [];
        var plain = string.Concat(name.Select(c => c is ',' or ';' or '"' or '\'' or ' ' ? '_' : c));
        if (plain != name)
            Note(row, "renamed_choice", ("name", name), ("list", list), ("new", plain));
        if (choices.Exists(c => c.Name == plain))
        {
            Note(row, "doubled_choice", ("name", name), ("list", list));
            return;
        }

        var full = label.Length > 0 ? label : name;
        var taken = choices.SelectMany(c => c.Words.Prepend(c.Label)).Select(Folding.Fold).ToHashSet(StringComparer.Ordinal);
        var shown = FormTexts.Short(full, Limits.ChoiceLabelCharacters);
        if (taken.Contains(Folding.Fold(shown)))
            shown = FormTexts.Short(shown, Limits.ChoiceLabelCharacters - plain.Length - 3) + " (" + plain + ")";
        if (full.Length > Limits.ChoiceLabelCharacters)
            Note(row, "short_choice", ("label", FormTexts.Short(full, 80)), ("short", shown));
        choices.Add(new Choice(plain, shown, shown != full && taken.Add(Folding.Fold(full)) ? [full] : []));
    }

    private void Note(int row, string sentence, params ReadOnlySpan<(string, object?)> values) => notes.Add(new ImportNote("choices", row, say.Text(sentence, values)));
}
