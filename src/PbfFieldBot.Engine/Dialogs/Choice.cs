namespace PbfFieldBot.Engine.Dialogs;

/// <summary>One possible answer of a select question (XLSForm: a row of the sheet `choices`).</summary>
/// <param name="Name">What is stored and used in expressions: a-z, 0-9 and _ .</param>
/// <param name="Label">What people read on the button, in French.</param>
/// <param name="Words">Other words that mean this choice ("fulfulde" for peul).</param>
public sealed record Choice(string Name, string Label, IReadOnlyList<string> Words)
{
    /// <summary>Where it stands: file relative to the dialogs folder, line and column.</summary>
    public (string File, int Line, int Column) At { get; init; }
}

/// <summary>A named list of choices (XLSForm: `list_name`), in the order in which it is shown.</summary>
public sealed record ChoiceList(string Name, IReadOnlyList<Choice> Choices)
{
    /// <summary>The label of a choice; the name itself when the list has no such choice (an older version's answer).</summary>
    public string LabelOf(string name) => Choices.FirstOrDefault(c => c.Name == name)?.Label ?? name;
}
