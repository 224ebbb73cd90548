namespace PbfFieldBot.Engine.Dialogs.Import;

/// <summary>A question on its way from a form's row to a dialogue.yaml: its keys in the order of writing.</summary>
internal sealed class DraftQuestion(int row, string formName)
{
    private readonly List<(string Key, string Value)> keys = [];

    public int Row { get; } = row;

    /// <summary>The name in the form, for messages.</summary>
    public string FormName { get; } = formName;

    public IReadOnlyList<(string Key, string Value)> Keys => keys;

    public bool Required => this["required"] == "true";

    /// <summary>The value of a key; empty when it has none. Setting the empty text leaves the key out.</summary>
    public string this[string key]
    {
        get => keys.Find(k => k.Key == key).Value ?? "";
        set
        {
            var at = keys.FindIndex(k => k.Key == key);
            if (at >= 0)
                keys.RemoveAt(at);
            if (value.Length > 0)
                keys.Insert(at >= 0 ? at : keys.Count, (key, value));
        }
    }
}
