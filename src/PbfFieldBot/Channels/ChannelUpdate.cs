using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs.Questions;

namespace PbfFieldBot.Channels;

/// <summary>
/// One thing that happened on a channel, in a form that no channel owns. No profile data, ever.
/// </summary>
/// <param name="Channel">The channel's name: "telegram", "terminal", "replay".</param>
/// <param name="UpdateId">The channel's own id, unique within the channel: the same id is handled once.</param>
/// <param name="ChatId">The person's address on the channel (64 bits).</param>
/// <param name="MessageId">The message's id on the channel; 0 when there is none.</param>
/// <param name="SentAt">When the person sent it (the message's own time, not its arrival).</param>
public sealed record ChannelUpdate(string Channel, long UpdateId, long ChatId, long MessageId, DateTimeOffset SentAt, Happening What);

/// <summary>What happened.</summary>
public abstract record Happening;

/// <summary>A message that a conversation can take: words, photo, location, unreadable media.</summary>
public sealed record Said(Input Input) : Happening;

/// <summary>A document that a person sent, not yet brought down. <paramref name="Size"/> in bytes; null when the channel does not say.</summary>
public sealed record SentDocument(string FileId, string Name, long? Size, string Caption) : Happening;

/// <summary>A press on a button, with the data that our <see cref="Button"/> carried; null when the channel gave none.</summary>
public sealed record Pressed(string? Data) : Happening;

/// <summary>/start with an invitation's code (empty when there is none).</summary>
public sealed record Started(string Code) : Happening;

/// <summary>The person edited an earlier message of theirs (<see cref="ChannelUpdate.MessageId"/> names it).</summary>
public sealed record Edited(string Text) : Happening;

/// <summary>The person blocked or unblocked the bot.</summary>
public sealed record Reachable(bool Yes) : Happening;

/// <summary>Words that somebody else wrote: forwarded, or sent through another bot. They become the person's own only after a yes.</summary>
public sealed record Forwarded(string Text) : Happening;

/// <summary>The beginning of a text that the channel cut; the update with the end holds all of it.</summary>
public sealed record PartOfPaste : Happening;

/// <summary>An update that the channel's library cannot read, word for word: set aside, so that it holds up nobody and can be read by a later version.</summary>
public sealed record Garbled(string Raw) : Happening;
