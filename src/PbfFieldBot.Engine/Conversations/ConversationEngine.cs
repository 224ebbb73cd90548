using PbfFieldBot.Engine.Dialogs;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>
/// The pure heart of a talk: (state, one input, now) gives (new state, what the bot says, perhaps a confirmed report). No clock, no storage.
/// </summary>
public sealed class ConversationEngine(DialogCatalog catalog, Func<string, Dialog?> versions)
{
    /// <summary>Takes one input of a person. <paramref name="at"/> is the message's own time in the project's zone.</summary>
    public Turn Take(PersonState state, Input input, Speaker speaker, DateTimeOffset at) => throw new NotImplementedException($"{catalog}{versions}{state}{input}{speaker}{at}");
}
