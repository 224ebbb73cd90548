using PbfFieldBot.Outbox;
using PbfFieldBot.People;

namespace PbfFieldBot.Intake;

/// <summary>A document that a coordinator sent, brought down and not yet opened. <paramref name="SentOn"/> is the day in the project's zone.</summary>
public sealed record ReceivedDocument(Person From, string Name, byte[] Content, DateOnly SentOn);

/// <summary>What comes back: words, and a file when there is one.</summary>
public sealed record DocumentAnswer(string Text, OutgoingFile? File = null);

/// <summary>What is done with documents of one extension (".docx"). The work happens outside any transaction and may read the database; it must not write.</summary>
public sealed record DocumentKind(string Extension, Func<ReceivedDocument, CancellationToken, Task<IReadOnlyList<DocumentAnswer>>> TakeAsync);

/// <summary>Something that coordinators ask for by a word ("resume"): made after the commit, answered once. It may read the database; it must not write.</summary>
public sealed record Errand(string Name, Func<Person, DateOnly, CancellationToken, Task<IReadOnlyList<DocumentAnswer>>> DoAsync);

/// <summary>The documents that coordinators may send, by extension, and the errands, by name: explicit lists, given by <see cref="FieldBot"/>.</summary>
public sealed class Documents(IReadOnlyList<DocumentKind> kinds, IReadOnlyList<Errand> errands)
{
    /// <summary>The kind that takes a file of that name; null when none does.</summary>
    public DocumentKind? Find(string name) => kinds.FirstOrDefault(k => name.EndsWith(k.Extension, StringComparison.OrdinalIgnoreCase));

    public Errand? FindErrand(string name) => errands.FirstOrDefault(e => e.Name == name);
}
