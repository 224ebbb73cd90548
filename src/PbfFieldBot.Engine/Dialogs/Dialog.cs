using PbfFieldBot.Engine.Dialogs.Questions;

namespace PbfFieldBot.Engine.Dialogs;

/// <summary>Who may use a dialog.</summary>
public enum DialogAudience
{
    Partners,
    Coordinators,
}

/// <summary>
/// What may be asked about one kind of activity: the content of one dialogs/ID/dialogue.yaml.
/// The id is also the kind of the submissions that it makes.
/// </summary>
public sealed record Dialog
{
    /// <summary>The folder's name: a-z and _ .</summary>
    public required string Id { get; init; }

    /// <summary>Raised by the author with each change that people would notice; at least 1.</summary>
    public required int Version { get; init; }

    /// <summary>What people call it, on buttons and in recaps ("Formation").</summary>
    public required string Title { get; init; }

    /// <summary>Other words that start it when said alone.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The title and the words with their places in the file, for naming mistakes.</summary>
    internal IReadOnlyList<YamlText> Wordings { get; init; } = [];

    public DialogAudience For { get; init; } = DialogAudience.Partners;

    /// <summary>Kinds of partner to whom it is offered first (comite, radio, osc, adr, secretariat).</summary>
    public IReadOnlyList<string> OfferedTo { get; init; } = [];

    /// <summary>True: a coordinator approves each submission before it counts. False: it counts at once.</summary>
    public bool ReviewRequired { get; init; } = true;

    /// <summary>True: a place outside the two regions is taken as text (visits, trainings, parliament).</summary>
    public bool Outside { get; init; }

    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>The files it was read from, for keeping the version a conversation began with: name relative to the dialogs folder, and text.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();

    /// <summary>A digest of <see cref="Sources"/>: two dialogs with the same key are the same word for word.</summary>
    public string Key { get; init; } = "";

    /// <summary>The question of that name; null when the dialog has none.</summary>
    public Question? Find(string name) => Questions.FirstOrDefault(q => q.Name == name);

    /// <summary>The label of a choice of the question or list of that name; null when there is none.</summary>
    public string? ChoiceLabel(string questionOrList, string choice) => Questions
        .Where(q => q.Source.Choices is { } list && (q.Name == questionOrList || list.Name == questionOrList))
        .SelectMany(q => q.Source.Choices!.Choices)
        .FirstOrDefault(c => c.Name == choice)?.Label;
}
