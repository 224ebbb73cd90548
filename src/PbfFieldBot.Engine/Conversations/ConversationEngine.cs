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
    /// <param name="message">The message's number on its channel, by which an edit of it is known; 0 for none.</param>
    public Turn Take(PersonState state, Input input, Speaker speaker, DateTimeOffset at, long message = 0) => new Talk(this, state, speaker, at, message).Take(input);

    /// <summary>The first screen after an invitation: what one may report.</summary>
    public Turn Welcome(PersonState state, Speaker speaker, DateTimeOffset at) => new Talk(this, state, speaker, at).Menu();

    /// <summary>The author corrects a sent report: chooses the answer to change, unless <paramref name="words"/> name it.</summary>
    public Turn Correct(PersonState state, SentReport report, string words, Speaker speaker, DateTimeOffset at) => new Talk(this, state, speaker, at).Correct(report, words);

    /// <summary>Asks the author one answer of a sent report again; a conversation in the middle is kept for later.</summary>
    /// <param name="words">What is said before the question: who asks, and why.</param>
    public Turn AskAgain(PersonState state, SentReport report, string question, string words, Speaker speaker, DateTimeOffset at) => new Talk(this, state, speaker, at).AskAgain(report, question, words);

    /// <summary>Instead of sending what was just confirmed: asks whether it is the event that somebody told already. The state is that before the confirmation.</summary>
    public Turn AskSameEvent(PersonState state, SimilarReport other, Speaker speaker, DateTimeOffset at, long message = 0) => new Talk(this, state, speaker, at, message).AskSameEvent(other);

    /// <summary>The person edited a message: the draft follows. Null when no open conversation knows that message.</summary>
    public Turn? Edit(PersonState state, long message, string text, Speaker speaker, DateTimeOffset at) => new Talk(this, state, speaker, at, message).Edited(text);

    /// <summary>The person edited a message of a sent report: a correction is offered.</summary>
    /// <param name="question">What the message had answered; "" for a message that was read whole.</param>
    public Turn EditSent(PersonState state, SentReport report, string question, string text, Speaker speaker, DateTimeOffset at) => new Talk(this, state, speaker, at).EditedSent(report, question, text);

    /// <summary>True when a text clearly tells an activity: kind and at least one fact.</summary>
    public bool IsClearReport(string text, DateOnly day) => Messages.Read(text, day).Reports is [{ Slots.Count: >= Talk.SlotsOfAClearReport }, ..];

    /// <summary>The question of a sent report that words name ("participants", "la date"); null when they name none.</summary>
    public Question? QuestionNamed(SentReport report, string words, Speaker speaker, DateTimeOffset at) => new Talk(this, PersonState.New, speaker, at).QuestionOf(report, words);

    /// <summary>The dialog of a key: today's when it is the same, else the older version.</summary>
    internal Dialog? DialogOf(string key) => Catalog.Dialogs.FirstOrDefault(d => d.Key == key) ?? versions(key);
}
