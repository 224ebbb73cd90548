using System.Globalization;
using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Engine.Dialogs.Import;

/// <summary>
/// Makes a dialog of an XLSForm: groups become conditions of their questions, French is preferred among languages, and what a conversation cannot do is left out and said
/// by sheet and row, or refused when the form requires it. The result passes the checks of dialogs: a key that does not is left out too.
/// </summary>
public static class FormImport
{
    /// <summary>Converts the sheets of a workbook. <paramref name="file"/> is its name without folder.</summary>
    public static ImportedForm Of(IReadOnlyList<FormSheet> sheets, string file)
    {
        var say = PhraseFile.Load(typeof(FormImport).Assembly, "import.fr.yaml");
        var notes = new List<ImportNote>();
        var settings = Settings(Find(sheets, "settings"));
        var language = settings.GetValueOrDefault("default_language", "");
        if (Find(sheets, "survey") is not { Rows: [var header, ..] } survey)
            return Refused("survey", say.Text("no_survey"));
        var columns = FormColumns.Of(header, language);
        if (!columns.Has("type") || !columns.Has("name"))
            return Refused("survey", say.Text("no_type"));
        var id = FormNames.Plain(settings.GetValueOrDefault("form_id", Path.GetFileNameWithoutExtension(file)));
        id = id[..Math.Min(id.Length, Limits.DialogIdCharacters)].TrimEnd('_');
        var title = FormTexts.Short(FormTexts.Plain(settings.GetValueOrDefault("form_title", Path.GetFileNameWithoutExtension(file).Replace('_', ' '))), Limits.ChoiceLabelCharacters);
        var version = int.TryParse(FormTexts.Number(settings.GetValueOrDefault("version", "")), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1;
        var dialog = new DraftDialog(id, title, version, say.Text("header", ("file", file.Replace('\n', ' ')), ("id", id)));
        new FormSurvey(dialog, columns, FormChoices.Read(Find(sheets, "choices"), language, notes, say), notes, say).Read(survey.Rows.Skip(1));
        var yaml = new DraftRepair(dialog, notes, say).Run();
        if (!dialog.Questions.Exists(q => q["type"] is not ("note" or "calculate")))
            notes.Add(new ImportNote("survey", 0, say.Text("no_questions"), Refused: true));
        return new ImportedForm(id, yaml, dialog.Questions.Count(q => q["type"] is not ("note" or "calculate")), [.. notes.OrderBy(n => n.Sheet == "survey" ? 0 : 1).ThenBy(n => n.Row)]);
    }

    private static FormSheet? Find(IEnumerable<FormSheet> sheets, string name) => sheets.FirstOrDefault(s => s.Name.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));

    private static ImportedForm Refused(string sheet, string sentence) => new("", "", 0, [new ImportNote(sheet, 0, sentence, Refused: true)]);

    private static Dictionary<string, string> Settings(FormSheet? sheet)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        if (sheet is { Rows: [var header, var row, ..] })
            for (var column = 0; column < header.Cells.Count; column++)
                if (row.Cell(column).Length > 0)
                    settings.TryAdd(header.Cell(column).ToLowerInvariant().Replace(' ', '_'), row.Cell(column));
        return settings;
    }
}
