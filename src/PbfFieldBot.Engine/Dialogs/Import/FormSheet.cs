namespace PbfFieldBot.Engine.Dialogs.Import;

/// <summary>A row of a sheet as people number it (from 1), with its cells as text.</summary>
public sealed record FormRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>The cell of a column counted from 0; empty beyond the last.</summary>
    public string Cell(int column) => column >= 0 && column < Cells.Count ? Cells[column].Trim() : "";

    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>A sheet of an XLSForm workbook: `survey`, `choices`, `settings` or another.</summary>
public sealed record FormSheet(string Name, IReadOnlyList<FormRow> Rows);

/// <summary>Something of a form that a dialog cannot hold, or holds otherwise: where it stands and what became of it. <paramref name="Refused"/>: the form needs it, so that it cannot be imported.</summary>
public sealed record ImportNote(string Sheet, int Row, string Sentence, bool Refused = false)
{
    public override string ToString() => Row == 0 ? $"{Sheet} : {Sentence}" : $"{Sheet}:{Row} : {Sentence}";
}

/// <summary>The dialog made of a form: its id, the text of its dialogue.yaml, and what was left out or changed.</summary>
public sealed record ImportedForm(string Id, string Yaml, int Questions, IReadOnlyList<ImportNote> Notes);
