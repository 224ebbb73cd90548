using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.French;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>
/// The pure heart of a talk: (state, one input, now) gives (new state, what the bot says, perhaps a confirmed report). No clock, no storage. Safe for many threads.
/// </summary>
/// <param name="catalog">The dialogs of today, for what begins now.</param>
/// <param name="versions">The dialog of a key, also an older one; null when it is lost.</param>
/// <param name="contact">Whom to call, as people read it; may be empty.</param>
public sealed class ConversationEngine(DialogCatalog catalog, Func<string, Dialog?> versions, string contact = "")
{
    private readonly PlaceNames places = new(catalog.Places);
    private readonly Screens screens = new(catalog, contact);

    internal DialogCatalog Catalog { get; } = catalog;

    internal PlaceNames Places => places;

    internal Screens Screens => screens;

    internal MessageReader Messages { get; } = new(new PlaceNames(catalog.Places));

    /// <summary>Takes one input of a person. <paramref name="at"/> is the message's own time in the project's zone: it is the reference of "hier".</summary>
    public Turn Take(PersonState state, Input input, Speaker speaker, DateTimeOffset at) => new Talk(this, state, speaker, at).Take(input);

    /// <summary>The first screen after an invitation: what one may report.</summary>
    public Turn Welcome(PersonState state, Speaker speaker, DateTimeOffset at) => new Talk(this, state, speaker, at).Menu();

    /// <summary>The dialog of a key: today's when it is the same, else the older version.</summary>
    internal Dialog? DialogOf(string key) => Catalog.Dialogs.FirstOrDefault(d => d.Key == key) ?? versions(key);
}
